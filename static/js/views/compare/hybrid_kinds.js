/** Kinds of pictures that a hybrid was measured on, as `models/evaluation/hybrid.py` names them, and all of them. */
export const KINDS = /** @type {const} */ (["all", "clean", "accuracy", "stray_marks", "mnist_c"]);
