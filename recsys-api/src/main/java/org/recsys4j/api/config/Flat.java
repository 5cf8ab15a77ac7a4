package org.recsys4j.api.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a record inside an options record: its keys stand among those of the outer record, not in an
 * object of their own. So options that several plug-ins have in common are declared, documented and
 * checked once:
 *
 * <pre>{@code
 * public record Options(int factors, @Flat StepOptions steps) {}
 * }</pre>
 *
 * <p>reads {@code factors}, {@code learning-rate} and whatever else {@code StepOptions} has. No key
 * may occur twice.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Flat {}
