/** One line a test, in every host alike. The last line is what test/host/suite.mjs and scripts/test.mjs believe. */
export function report(runner: Mocha.Runner): void {
  let [passed, failed, skipped] = [0, 0, 0];
  const say = (line: string) => console.log(`[test] ${line}`);
  runner.on('suite', (suite) => {
    if (suite.title) say(suite.title);
  });
  runner.on('pass', (test) => {
    passed++;
    say(`  ok    ${test.title} (${test.duration} ms)`);
  });
  runner.on('pending', (test) => {
    skipped++;
    say(`  skip  ${test.title}`);
  });
  runner.on('fail', (test, error) => {
    failed++;
    say(`  FAIL  ${test.fullTitle()}\n${error.stack ?? error.message}`);
  });
  runner.on('end', () => say(`end: ${passed} passed, ${failed} failed, ${skipped} skipped`));
}
