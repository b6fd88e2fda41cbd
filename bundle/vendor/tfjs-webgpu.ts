/** The backend that computes in compute shaders. */
import "@tensorflow/tfjs-backend-webgpu/dist/base";
import "both-sides:kernels/webgpu";
