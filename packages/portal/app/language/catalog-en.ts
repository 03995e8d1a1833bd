/** The compiled messages of all folders. */
export const catalogs = import.meta.glob('../**/messages/en.ts', { eager: true });
