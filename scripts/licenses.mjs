/** Holders of packages under the MIT licence that do not ship its text: from the repository, else the author that the package names. */
const MIT_HOLDERS = {
  '@nodable/entities': 'Amit Gupta (https://solothought.com)',
  binary: '2010 James Halliday (mail@substack.net)',
  buffers: '2010 James Halliday (mail@substack.net)',
  chainsaw: '2010 James Halliday (mail@substack.net)',
  isarray: '2013 Julian Gruber <julian@juliangruber.com>',
  standardwebhooks: '2023 Svix (https://www.svix.com)',
};

const mit = (holder) => `The MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy,
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** The licences of all bundled packages. Throws when the text of one is missing. */
export function licenseFile(dependencies) {
  for (const dependency of dependencies) {
    const holder = MIT_HOLDERS[dependency.name];
    if (!dependency.licenseText && holder !== undefined) dependency.licenseText = mit(holder);
  }
  const missing = dependencies.filter(({ licenseText }) => !licenseText).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`no licence text: ${missing.join(', ')}; add it to scripts/licenses.mjs`);
  return dependencies.map((dependency) => dependency.text()).join('\n\n---\n\n');
}
