/**
 * Runs a TF.js graph model without its graph executor.
 *
 * A small model spends half of its time between the kernels: for each of some 150 operations the executor looks up
 * names, checks arguments and keeps account of tensors. A model without control flow runs the same kernels with the
 * same attributes for every picture. So one run is recorded, and its kernels are then called directly, as CUDA graphs do.
 *
 * @typedef {typeof import("../../vendor/tfjs.js")} Tfjs
 * @typedef {import("../../vendor/tfjs.js").Tensor} Tensor
 * @typedef {import("../../vendor/tfjs.js").TensorInfo} TensorInfo
 * @typedef {import("../../vendor/tfjs.js").KernelBackend} Backend
 * @typedef {TensorInfo["dataId"]} DataId
 * @typedef {(about: any) => TensorInfo | TensorInfo[]} Kernel
 * @typedef {object} Step one call of a kernel
 * @property {Kernel} kernel
 * @property {any} about its inputs, attributes and backend
 * @property {{info: TensorInfo, place: number}[]} variable the inputs that change, and the places of their values
 * @property {number} first the place of its first output
 * @property {number} last the place after that of its last output
 * @property {number[]} released the places whose values nobody needs after this call
 * @typedef {{run: (picture: Float32Array) => Float32Array, dispose: () => void}} Replay `run` returns the output's values
 */

/**
 * Runs a function, and records the kernels that it calls.
 *
 * @param {Tfjs} tfjs
 * @param {string} backend name of the current backend
 * @param {() => any} run gives the output, of the image; without control flow
 * @param {Tensor} image
 * @returns {{output: Tensor, replay?: Replay}} without a replay if no kernel gave the output
 */
export function record({ getKernelsForBackend, registerKernel, unregisterKernel }, backend, run, image) {
  const recording = new Recording(image);
  const kernels = getKernelsForBackend(backend);
  /** @param {typeof kernels} replaced */
  const replace = (replaced) => {
    for (const kernel of replaced) {
      unregisterKernel(kernel.kernelName, backend); // it warns of a kernel that is registered twice
      registerKernel(kernel);
    }
  };
  replace(
    kernels.map((config) => ({
      ...config,
      kernelFunc: (about) => recording.call(/** @type {Kernel} */ (config.kernelFunc), /** @type {any} */ (about)),
    })),
  );
  try {
    const output = /** @type {Tensor} */ (run());
    const replay = recording.end(output);
    if (!replay) recording.dispose();
    return { output, replay };
  } catch (error) {
    recording.dispose();
    throw error;
  } finally {
    replace(kernels);
  }
}

/** Every value that changes with the picture has a place: the image the first, then each output of each kernel. */
class Recording {
  #image;
  #places;
  #count = 1;
  /** @type {Step[]} */
  #steps = [];
  /** Weights, and constants that the executor makes and frees. They are kept. @type {Set<DataId>} */
  #constants = new Set();
  /** @type {Backend | undefined} */
  #backend;

  /** @param {Tensor} image */
  constructor(image) {
    this.#image = image;
    this.#places = new Map([[image.dataId, 0]]);
  }

  /** @param {Kernel} kernel @param {{inputs: Record<string, TensorInfo | undefined>, attrs?: any, backend: Backend}} about */
  call(kernel, about) {
    this.#backend = about.backend;
    /** @type {Step["variable"]} */
    const variable = [];
    /** A kernel for any number of inputs has an array. @type {any} */
    const inputs = Array.isArray(about.inputs) ? [] : {};
    for (const [name, input] of Object.entries(about.inputs)) {
      const info = input && { dataId: input.dataId, shape: input.shape, dtype: input.dtype };
      const place = info && this.#places.get(info.dataId);
      if (info && place !== undefined) variable.push({ info, place });
      else if (info) this.#keep(info.dataId);
      inputs[name] = info;
    }
    const result = kernel(about);
    const first = this.#count;
    for (const { dataId } of [result].flat()) this.#places.set(dataId, this.#count++); // a reshaped tensor has the same
    this.#steps.push({
      kernel,
      about: { ...about, inputs },
      variable,
      first,
      last: this.#count,
      released: [],
    });
    return result;
  }

  /** @param {DataId} constant */
  #keep(constant) {
    if (!this.#constants.has(constant)) this.#backend?.incRef(constant);
    this.#constants.add(constant);
  }

  dispose() {
    for (const constant of this.#constants) this.#backend?.disposeData(constant);
  }

  /** @param {Tensor} output @returns {Replay | undefined} */
  end(output) {
    const [image, steps, backend, result] = [this.#image, this.#steps, this.#backend, this.#places.get(output.dataId)];
    if (!backend || !result) return undefined;
    /** The last step that uses each place. @type {number[]} */
    const lastUse = [];
    steps.forEach(({ variable, first, last }, step) => {
      for (const { place } of variable) lastUse[place] = step;
      for (let place = first; place < last; place++) lastUse[place] = step;
    });
    lastUse.forEach((step, place) => place !== result && steps[step].released.push(place));
    /** @type {DataId[]} */
    const values = new Array(this.#count);

    return {
      run(picture) {
        values[0] = backend.write(picture, image.shape, image.dtype);
        for (const { kernel, about, variable, first, released } of steps) {
          for (const { info, place } of variable) info.dataId = values[place];
          const made = kernel(about);
          if (Array.isArray(made)) made.forEach(({ dataId }, index) => (values[first + index] = dataId));
          else values[first] = made.dataId;
          for (const place of released) backend.disposeData(values[place]);
        }
        const answer = /** @type {Float32Array} */ (backend.readSync(values[result]));
        backend.disposeData(values[result]);
        return answer;
      },
      dispose: () => this.dispose(),
    };
  }
}
