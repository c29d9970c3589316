/** Version of this build; equal to package.json, which a test holds. */
export const VERSION = '1.0.0';
