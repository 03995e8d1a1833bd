/** The compiled messages of all folders. */
export const catalogs = import.meta.glob('../**/messages/zh.ts', { eager: true });
