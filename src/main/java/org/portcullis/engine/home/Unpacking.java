package org.portcullis.engine.home;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Copies what the archive brings for people to edit into the home folder. A file that is there already is never
 * overwritten; when it differs from the archive's, that is said.
 */
final class Unpacking {

    private static final Log LOG = LogFactory.getLog(Unpacking.class);
    private static final String ROOT = "portcullis-home/";

    private Unpacking() {
    }

    static Path into(Path home) {
        try {
            for (String part : new String[] {"rules", "workflows", "routes"}) {
                for (Resource resource : new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:" + ROOT + part + "/**/*.*")) {
                    copy(resource, home);
                }
            }
            return home;
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot unpack rules, workflows and routes into " + home
                    + "; check that the folder can be written", failed);
        }
    }

    private static void copy(Resource resource, Path home) throws IOException {
        String url = resource.getURL().toString();
        Path target = home.resolve(url.substring(url.lastIndexOf(ROOT) + ROOT.length())).normalize();
        if (!target.startsWith(home)) {
            throw new IOException("the archive names a file outside the home folder: " + url);
        }
        try (InputStream in = resource.getInputStream()) {
            byte[] shipped = in.readAllBytes();
            if (!Files.exists(target)) {
                Files.createDirectories(target.getParent());
                Files.write(target, shipped);
            } else if (!Arrays.equals(shipped, Files.readAllBytes(target))) {
                LOG.info(target + " differs from the one in this archive and is kept; compare them after an upgrade");
            }
        }
    }
}
