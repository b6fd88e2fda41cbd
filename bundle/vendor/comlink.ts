export { expose, proxy, transfer, wrap, type Remote } from "comlink";
