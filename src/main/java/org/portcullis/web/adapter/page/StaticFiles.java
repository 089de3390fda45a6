package org.portcullis.web.adapter.page;

import java.time.Duration;
import java.util.List;
import org.portcullis.web.adapter.rest.WebJson;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Libraries carry their version in their path and may be kept for a year; everything of ours is asked for again. */
@Configuration(proxyBeanMethods = false)
public class StaticFiles implements WebMvcConfigurer {

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        CacheControl forever = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(forever);
        registry.addResourceHandler("/_static/**").addResourceLocations("classpath:/META-INF/resources/_static/")
                .setCacheControl(forever);
    }

    /** Pages and interface write their own JSON: the mapper of messages between rooms knows no decimal texts. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.stream().filter(MappingJackson2HttpMessageConverter.class::isInstance)
                .map(MappingJackson2HttpMessageConverter.class::cast)
                .forEach(converter -> converter.setObjectMapper(WebJson.mapper()));
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/live");
    }
}
