/** What a document is that holds no test results, by the name of its root element. */
const BY_ROOT: ReadonlyMap<string, string> = new Map([
  ['coverage', 'a coverage report (Cobertura or Clover)'],
  ['report', 'a JaCoCo coverage report'],
  ['CoverageSession', 'an OpenCover coverage report'],
  ['html', 'an HTML page'],
  ['HTML', 'an HTML page'],
  ['robot', "Robot Framework's output.xml; run rebot with --xunit for JUnit"],
  ['Site', "CTest's Test.xml; run ctest with --output-junit for JUnit"],
  ['checkstyle', 'a Checkstyle report'],
  ['pmd', 'a PMD report'],
  ['BugCollection', 'a SpotBugs report'],
  ['testng-results', "TestNG's testng-results.xml; its junitreports folder holds JUnit"],
  ['Result', 'an Android CTS result'],
  ['testResults', "JMeter's XML; set jmeter.save.saveservice.output_format=csv"],
  ['rss', 'a feed'],
  ['JSON', 'JSON of no known format'],
  ['project', 'a Maven or Ant project file'],
]);

/** Says in words what a document with this root element is; the element itself when it is unknown. */
export function foreignFormat(root: string): string {
  return BY_ROOT.get(root) ?? (root === '' ? 'no XML' : `XML with the root <${root.slice(0, 80)}>`);
}
