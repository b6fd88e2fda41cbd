export { expose, transfer, wrap, type Remote } from "comlink";
