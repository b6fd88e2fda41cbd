/**
 * The sentences that say why a file of the reader's cannot be used. The worker names a sentence and its values, and the
 * page writes it: a worker from the service worker's cache does not know the page's language.
 */

import { translator } from "../core/i18n.js";

const t = translator({
  en: {
    none: "None of these files is a model. Choose a .tflite file, or the model.json of a TensorFlow.js model together with its .bin files.",
    large: "The files have {bytes} bytes together. At most {most} are allowed.",
    damaged: "'{name}' is damaged, or is not a model. {problem}",
    layers:
      "'{name}' is a TensorFlow.js layers model. This page runs graph models: convert it with tensorflowjs_converter --output_format=tfjs_graph_model.",
    weights: "'{name}' needs {files}. Choose these files together with it.",
    inputs: "The model takes {count} inputs ({names}). This page gives it one: a picture.",
    outputs: "The model has {count} outputs ({names}). This page shows one: a number for each class.",
    shape:
      "The model takes {shape}. This page gives it one picture: [1, height, width, channels] or [1, channels, height, width], with 1 or 3 channels.",
    batch: "The model takes {count} pictures at a time ({shape}). This page gives it one.",
    open: "The height and width of the model's input are open ({shape}). LiteRT.js needs fixed ones: set them when you convert the model.",
    side: "The model takes pictures of {width} x {height} pixels. At most {most} pixels are allowed.",
    dtype: "The model takes {dtype}. In this page an input is float32, uint8 or int32: convert it with such an input.",
    outputType:
      "The model gives {dtype}. In this page an output is float32, uint8 or int32: convert it with such an output.",
    operators: "{engine} in this page lacks the operators that this model needs: {names}.",
    compile: "{engine} cannot run this model: {problem}",
    slow: "The model took longer than {seconds} seconds, so it was stopped.",
    crashed: "The model was stopped, because its worker failed: {problem}",
    memory: "{engine} stopped: it ran out of memory, or the file is damaged.",
    gone: "The model was stopped.",
    beyond: "It refers to byte {at}, but has {bytes} bytes.",
    list: "It has a list of {count} elements; at most {most} are allowed.",
    archive: "The archive with its labels is damaged.",
    files: "Its archive has {count} files; at most {most} are allowed.",
    unpacked: "Its archive unpacks to more than {most} bytes.",
    method: "Its archive has a file of {bytes} bytes, packed by method {method}.",
    mark: "It does not have the mark of a TensorFlow Lite file, '{mark}'.",
    noGraph: "It has no graph.",
    tensor: "It names tensor {index}, but has {count}.",
    json: "It is not JSON.",
    topology: "It has no graph and weights of a TensorFlow.js model.",
    bytes: "It has {bytes} bytes; at most {most} are allowed.",
    weight: "Its weight '{name}' is {dtype} of {count} numbers.",
    short: "Its weights need more than the {bytes} bytes of its .bin files.",
    single: "The model gives one answer of {count} numbers, but this page shows at most {most} classes.",
    numbers: "The model gives numbers that are not finite, such as NaN. Perhaps the range of its input is another one.",
    labels: "'{name}' has {bytes} bytes. A text file with labels has at most {most}.",
  },
  ko: {
    none: "고른 파일 중에 모델이 없습니다. .tflite 파일을 고르거나, TensorFlow.js 모델의 model.json을 .bin 파일과 함께 고르세요.",
    large: "파일을 모두 합치면 {bytes}바이트입니다. 최대 {most}바이트까지 쓸 수 있습니다.",
    damaged: "'{name}': 손상되었거나 모델이 아닙니다. {problem}",
    layers:
      "'{name}': TensorFlow.js 레이어 모델입니다. 이 페이지는 그래프 모델을 실행합니다. tensorflowjs_converter --output_format=tfjs_graph_model 명령으로 변환하세요.",
    weights: "'{name}'에는 다음 파일도 필요합니다: {files}. 함께 고르세요.",
    inputs: "모델의 입력이 {count}개입니다({names}). 이 페이지는 사진 한 장만 입력합니다.",
    outputs: "모델의 출력이 {count}개입니다({names}). 이 페이지는 클래스마다 숫자 하나를 주는 출력 하나만 보여 줍니다.",
    shape:
      "모델의 입력은 {shape}입니다. 이 페이지는 사진 한 장을 입력합니다. [1, 높이, 너비, 채널] 또는 [1, 채널, 높이, 너비]이고 채널은 1개나 3개여야 합니다.",
    batch: "모델이 한 번에 사진 {count}장을 받습니다({shape}). 이 페이지는 한 장씩 입력합니다.",
    open: "모델 입력의 높이와 너비가 정해져 있지 않습니다({shape}). LiteRT.js에는 고정된 크기가 필요하니, 변환할 때 크기를 정하세요.",
    side: "모델이 받는 사진은 {width} x {height}픽셀입니다. 최대 {most}픽셀까지 쓸 수 있습니다.",
    dtype:
      "모델의 입력은 {dtype}입니다. 이 페이지의 입력은 float32, uint8, int32 중 하나입니다. 그런 입력으로 변환하세요.",
    outputType:
      "모델의 출력은 {dtype}입니다. 이 페이지의 출력은 float32, uint8, int32 중 하나입니다. 그런 출력으로 변환하세요.",
    operators: "이 페이지의 {engine}에는 모델에 필요한 연산이 없습니다: {names}.",
    compile: "{engine}에서 이 모델을 실행할 수 없습니다: {problem}",
    slow: "{seconds}초가 지나도 끝나지 않아 모델을 멈췄습니다.",
    crashed: "워커가 실패하여 모델을 멈췄습니다: {problem}",
    memory: "{engine} 엔진이 멈췄습니다. 메모리가 부족하거나 파일이 손상되었습니다.",
    gone: "모델을 멈췄습니다.",
    beyond: "{at}번째 바이트를 가리키지만 파일은 {bytes}바이트입니다.",
    list: "원소가 {count}개인 목록이 있습니다. 최대 {most}개까지 쓸 수 있습니다.",
    archive: "레이블이 든 압축 파일이 손상되었습니다.",
    files: "압축 파일에 파일이 {count}개 있습니다. 최대 {most}개까지 쓸 수 있습니다.",
    unpacked: "압축을 풀면 {most}바이트가 넘습니다.",
    method: "압축 파일에 {bytes}바이트짜리 파일이 있습니다(압축 방식 {method}).",
    mark: "TensorFlow Lite 파일의 표시 '{mark}'가 없습니다.",
    noGraph: "그래프가 없습니다.",
    tensor: "텐서 {index}번을 가리키지만 텐서는 {count}개입니다.",
    json: "JSON이 아닙니다.",
    topology: "TensorFlow.js 모델의 그래프와 가중치가 없습니다.",
    bytes: "{bytes}바이트입니다. 최대 {most}바이트까지 쓸 수 있습니다.",
    weight: "가중치 '{name}': {dtype} 숫자 {count}개입니다.",
    short: "가중치가 .bin 파일의 {bytes}바이트보다 큽니다.",
    single: "모델이 한 번에 숫자 {count}개를 답합니다. 이 페이지는 클래스를 최대 {most}개까지 보여 줍니다.",
    numbers: "모델이 NaN처럼 유한하지 않은 숫자를 답합니다. 입력 범위가 다를 수 있습니다.",
    labels: "'{name}': {bytes}바이트입니다. 레이블 파일은 최대 {most}바이트까지 쓸 수 있습니다.",
  },
});

/** A file that the page cannot use. */
export class Refused extends Error {
  name = "Refused";

  /**
   * @param {Parameters<typeof t>[0]} key of a sentence
   * @param {Record<string, string | number>} [values] in it
   */
  constructor(key, values = {}) {
    super(JSON.stringify([key, values])); // a worker's error keeps its name and message, and nothing else
  }
}

/** A file that contradicts itself, or is none of the kind that it should be. */
export class Damaged extends Refused {
  /**
   * @param {Parameters<typeof t>[0]} key
   * @param {Record<string, string | number>} [values]
   */
  constructor(key, values = {}) {
    super(key, values);
    this.key = key;
    this.values = values;
  }

  /** The same, with the name of the file. @param {string} name */
  of(name) {
    return new Refused("damaged", { name, problem: JSON.stringify([this.key, this.values]) });
  }
}

/**
 * The error with a sentence for the reader instead of its name.
 *
 * @param {unknown} error
 * @returns {Error}
 */
export function inWords(error) {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error.name !== "Refused") return error;
  const [key, values] = JSON.parse(error.message);
  if (key === "damaged")
    values.problem = inWords(Object.assign(new Error(values.problem), { name: "Refused" })).message;
  return new Error(t(key, values));
}

/** @param {readonly number[]} shape */
export const written = (shape) => `[${shape.map((size) => (size < 0 ? "?" : size)).join(", ")}]`;
