package org.recsys4j.api.kit;

/** A right extractor passes the kit. */
class RightExtractorTest extends ExtractorContract {
  RightExtractorTest() {
    super(ExtractorFault.NONE);
  }
}
