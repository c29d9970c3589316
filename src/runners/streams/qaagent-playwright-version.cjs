/** Which Playwright the reporter beside this file runs in. */
'use strict';

const fs = require('node:fs');
const path = require('node:path');

/** Playwright's version from the package whose program runs; empty when it is not known. */
function packageVersion() {
  try {
    let folder = path.dirname(fs.realpathSync(process.argv[1]));
    for (let up = 0; up < 6; up += 1) {
      const file = path.join(folder, 'package.json');
      const content = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
      if (/^(@playwright\/test|playwright)$/.test(content.name)) return String(content.version);
      folder = path.dirname(folder);
    }
  } catch {
    // The version is a courtesy.
  }
  return '';
}

module.exports = { packageVersion };
