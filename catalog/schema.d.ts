/* Made from schema.json by `npm run build`. */

/**
 * What is published in static/models/. Further keys may stand beside these: a reader passes over what it does not know.
 */
export interface Catalog {
  /**
   * Name of the model that answers where none is chosen.
   */
  default: string;
  models: Model[];
  front_end: FrontEnd | null;
  /**
   * Pictures to try.
   */
  examples: Example[];
  limits: Limits;
}
/**
 * One published model: float32 [1, height, width, 3], RGB, 0 to 255, to a probability for each label.
 */
export interface Model {
  /**
   * Unique in the catalog.
   */
  name: string;
  /**
   * For people.
   */
  title: string;
  /**
   * What it recognises: `digit` or `photo`.
   */
  task: string;
  /**
   * Whose it is: trained here, trained by others and taken as it is, or a user's own.
   */
  origin: "ours" | "taken" | "user";
  /**
   * The same for all of its files, and another one whenever one of them would answer otherwise.
   */
  version: string;
  /**
   * The first 12 hexadecimal digits of the SHA-256 of the trained weights.
   */
  weights?: string | null;
  /**
   * The classes, in the order of the outputs.
   */
  labels: string[];
  /**
   * Of its picture: batch, height, width, channels.
   *
   * @minItems 4
   * @maxItems 4
   */
  input: [1, number, number, 3];
  /**
   * Number of weights.
   */
  parameters: number;
  /**
   * `version` of the published front end that is in it; null where it has none, or another one.
   */
  front_end: string | null;
  /**
   * A picture shows nothing where no two probabilities differ by more; null where no answer says that.
   */
  blank: number | null;
  /**
   * The trained model's; null where it was not measured.
   */
  accuracy: number | null;
  /**
   * What the training took; null where nothing was trained here.
   */
  training_seconds: number | null;
  /**
   * The published forms.
   */
  files: File[];
  /**
   * What its last dense layer gets, for a page that learns on it; null where they are not published.
   */
  features?: Features | null;
  /**
   * `path` of the file that answers where none is chosen: on the server, and in a page by the format that its engine takes. Left out where there is none.
   */
  defaults: {
    server?: string;
    tfjs?: string;
    tflite?: string;
  };
}
/**
 * One form of a model, and its further files, whose sizes are counted in `bytes`.
 */
export interface File {
  /**
   * The format, by its name in catalog/formats.py.
   */
  format: "tflite" | "tfjs" | "saved_model" | "keras";
  /**
   * What its weights are stored in: `float32`, `float16`, `int8`, `uint8`; `int8-full` stores activations so too.
   */
  precision: string;
  /**
   * Relative to the catalog's folder; of a TF.js model its `model.json`.
   */
  path: string;
  /**
   * Its size, `parts` included.
   */
  bytes: number;
  /**
   * SHA-256 of the file at `path`, in hexadecimal digits.
   */
  sha256: string;
  /**
   * Share of the test pictures that it answers right; null where the right answers are not known.
   */
  accuracy: number | null;
  /**
   * The largest difference of any probability from the trained model; of the front end, in a pixel.
   */
  max_difference: number;
  /**
   * Number of pictures that got another label than from the trained model.
   */
  labels_differ: number;
  /**
   * On how many it was compared.
   */
  pictures: number;
  /**
   * The median time of an answer on one thread, where it was exported.
   */
  milliseconds: number;
  /**
   * Further files that belong to it.
   */
  parts: Part[];
  /**
   * What builds it, where it is too large to be committed; then it may be missing on a host.
   */
  command: string | null;
  /**
   * Why it is not published; then it is missing on every host.
   */
  withheld: string | null;
  /**
   * Whether it answers as float32 does, whatever it stores its weights in.
   */
  exact: boolean;
  /**
   * Of the server's file that should answer as this one does in a page; null where the server has none.
   */
  server_precision?: string | null;
}
/**
 * One file.
 */
export interface Part {
  /**
   * Relative to the catalog's folder, with forward slashes.
   */
  path: string;
  /**
   * Its size.
   */
  bytes: number;
  /**
   * SHA-256 of its content, in hexadecimal digits.
   */
  sha256: string;
}
/**
 * Numbers in which a model sees a picture, of one version of the model.
 */
export interface Features {
  /**
   * How many there are.
   */
  length: number;
  file: File;
}
/**
 * The digit models' preprocessing on its own, which shows what they see; each of them has it inside.
 */
export interface FrontEnd {
  /**
   * Another one whenever one of its files would answer otherwise.
   */
  version: string | null;
  /**
   * Of its picture: batch, height, width, channels.
   *
   * @minItems 4
   * @maxItems 4
   */
  input: [1, number, number, 3];
  /**
   * Of its frame: batch, height, width, channels; 0 is paper, 1 is ink.
   *
   * @minItems 4
   * @maxItems 4
   */
  output: [1, number, number, 1];
  files: File[];
}
/**
 * A picture to try.
 */
export interface Example {
  /**
   * Its name in static/data/examples/. Pages are cached by it, so a changed picture needs another name.
   */
  file: string;
  /**
   * Of the models that it is for.
   */
  task: string;
  /**
   * The digit, or what is in the photograph, in English.
   */
  shows: string;
}
/**
 * Limits that hold on every side.
 */
export interface Limits {
  /**
   * Of a picture's file.
   */
  upload_bytes: number;
  /**
   * Of a picture, width times height.
   */
  pixels: number;
  /**
   * From the trained model, in any probability, within which a file answers just as that does.
   */
  difference: number;
  /**
   * A file of that many bytes or more is not committed.
   */
  file_bytes: number;
}
