/** The text of a file beside the source, put into the bundle by the build: `import text from './file.css?text'`. */
declare module '*?text' {
  const text: string;
  export default text;
}
