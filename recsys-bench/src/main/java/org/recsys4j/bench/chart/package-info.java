/**
 * Charts as files, without a screen: {@link org.recsys4j.bench.chart.ChartFile} writes PNG or SVG,
 * {@link org.recsys4j.bench.chart.Svg} makes an element of a page of one, {@link
 * org.recsys4j.bench.chart.ChartStyle} is light, dark or both, {@link
 * org.recsys4j.bench.chart.LongTailFigure} draws how events are shared out. Charts are laid out by
 * XChart; any {@link java.awt.Graphics2D} takes them, so that SVG has lines and letters, not
 * pixels.
 */
@NullMarked
package org.recsys4j.bench.chart;

import org.jspecify.annotations.NullMarked;
