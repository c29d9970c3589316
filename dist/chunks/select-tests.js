export { kn as absentFrom } from "./start.js";
