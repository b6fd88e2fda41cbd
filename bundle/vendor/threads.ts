/** As many as the device runs at once, and at most as many as TF.js would take: with more, small models become slower. */
export const threads = () => Math.min(navigator.hardwareConcurrency, 4);
