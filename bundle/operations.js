/**
 * What the TF.js in the page can compute: all that the models use and nothing else, for each kernel is bytes that
 * every visitor downloads. A model with another operation is refused by name when it is loaded; add it here then,
 * and run `npm run build`.
 *
 * TensorFlow operation -> the function of TF.js that computes it.
 */
export const OPERATIONS = {
  Add: "add",
  AddV2: "add",
  AvgPool: "avgPool",
  BatchMatMulV2: "matMul",
  BiasAdd: "add",
  Conv2D: "conv2d",
  DepthwiseConv2dNative: "depthwiseConv2d",
  ExpandDims: "expandDims",
  FusedDepthwiseConv2dNative: "fused",
  MatMul: "matMul",
  Max: "max",
  MaxPool: "maxPool",
  Maximum: "maximum",
  Mean: "mean",
  Min: "min",
  Minimum: "minimum",
  Mul: "mul",
  Pad: "pad",
  PadV2: "pad",
  RealDiv: "div",
  Relu: "relu",
  Relu6: "relu6",
  Reshape: "reshape",
  Sigmoid: "sigmoid",
  Sign: "sign",
  Softmax: "softmax",
  Square: "square",
  Squeeze: "squeeze",
  Sub: "sub",
  Sum: "sum",
  Transpose: "transpose",
  _FusedConv2D: "fused",
  _FusedMatMul: "fused",
};

/** TensorFlow operations that need no kernel of their own. */
export const STRUCTURAL = ["Const", "Identity", "NoOp", "Placeholder"];

/** The kernels behind those functions, by the names that every backend of TF.js gives its modules. */
export const KERNELS = [
  "Add",
  "AvgPool",
  "BatchMatMul",
  "Cast",
  "Conv2D",
  "DepthwiseConv2dNative",
  "ExpandDims",
  "FusedConv2D",
  "FusedDepthwiseConv2D",
  "Identity",
  "Max",
  "MaxPool",
  "Maximum",
  "Mean",
  "Min",
  "Minimum",
  "Multiply",
  "PadV2",
  "RealDiv",
  "Relu",
  "Relu6",
  "Reshape",
  "Sigmoid",
  "Sign",
  "Softmax",
  "Square",
  "Sub",
  "Sum",
  "Transpose",
  "_FusedMatMul",
];
