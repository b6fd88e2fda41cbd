/** The backend that computes in fragment shaders, also in a worker. */
import "@tensorflow/tfjs-backend-webgl/dist/base";
import "both-sides:kernels/webgl";
