/** The backend in plain JavaScript: slow, and it runs where WebAssembly's SIMD does not. */
import "@tensorflow/tfjs-backend-cpu/dist/base";
import "both-sides:kernels/cpu";
