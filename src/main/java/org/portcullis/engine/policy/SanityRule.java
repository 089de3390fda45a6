package org.portcullis.engine.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A comparison that parameters must keep among each other (S2-CS1), such as {@code risk.kelly-pct-min <=
 * risk.kelly-pct-max}. Sides are parameters or plain decimals; comparisons may be chained: {@code 0 < a.stop < 100}.
 * Numbers compare with numbers and durations with durations.
 *
 * @param text the comparison as written
 * @param meaning why it must hold, one sentence
 * @param at {@code file:line: } of the rule
 */
record SanityRule(String text, String meaning, String at) {

    private static final Pattern SIGN = Pattern.compile("\\s+(<=|<|>=|>)\\s+");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,8})?");

    /**
     * What is wrong, with both values and the place of each; empty when the comparison holds.
     *
     * @param file the policy file, for the places
     * @param profile whose values these are
     */
    List<String> faults(Map<String, Parameter> parameters, String file, String profile) {
        List<String> faults = new ArrayList<>();
        Matcher sign = SIGN.matcher(text);
        List<String> signs = new ArrayList<>();
        while (sign.find()) {
            signs.add(sign.group(1));
        }
        String[] sides = SIGN.split(text.strip());
        if (signs.isEmpty() || sides.length != signs.size() + 1) {
            return List.of(at + "cannot read the sanity rule \"" + text + "\"; write a <= b with <=, <, >= or >");
        }
        for (String side : sides) {
            unusable(side, parameters, faults);
        }
        if (!faults.isEmpty()) {
            return faults;
        }
        for (int i = 0; i < signs.size(); i++) {
            compare(sides[i], signs.get(i), sides[i + 1], new Values(parameters, file, profile), faults);
        }
        return faults;
    }

    private void unusable(String side, Map<String, Parameter> parameters, List<String> faults) {
        Parameter parameter = parameters.get(side);
        if (parameter == null && !DECIMAL.matcher(side).matches()) {
            faults.add(at + "the sanity rule \"" + text + "\" names " + side + ", which is no parameter"
                    + Nearest.hint(side, parameters.keySet()));
        } else if (parameter != null && (parameter.type() == Parameter.Type.FLAG
                || parameter.type() == Parameter.Type.WORD)) {
            faults.add(at + "the sanity rule \"" + text + "\" compares " + side + ", which is a "
                    + parameter.type() + " and has no order");
        }
    }

    private void compare(String left, String sign, String right, Values values, List<String> faults) {
        Parameter first = values.parameters().get(left);
        Parameter second = values.parameters().get(right);
        if (duration(first) != duration(second)) {
            faults.add(at + "the sanity rule \"" + text + "\" compares a duration with a number");
            return;
        }
        int order = number(left, first).compareTo(number(right, second));
        boolean holds = switch (sign) {
            case "<=" -> order <= 0;
            case "<" -> order < 0;
            case ">=" -> order >= 0;
            default -> order > 0;
        };
        if (!holds) {
            Parameter guilty = first == null ? second : first;
            int line = guilty == null ? 1 : guilty.line();
            faults.add(values.file() + ":" + line + ": with profile " + values.profile() + " " + said(left, first)
                    + " must be " + sign + " " + said(right, second) + ": " + meaning);
        }
    }

    private static boolean duration(@Nullable Parameter parameter) {
        return parameter != null && parameter.type() == Parameter.Type.DURATION;
    }

    private static BigDecimal number(String side, @Nullable Parameter parameter) {
        return parameter == null ? new BigDecimal(side) : parameter.comparable();
    }

    private static String said(String side, @Nullable Parameter parameter) {
        return parameter == null ? side : side + " (" + parameter.value() + ", line " + parameter.line() + ")";
    }

    private record Values(Map<String, Parameter> parameters, String file, String profile) {
    }
}
