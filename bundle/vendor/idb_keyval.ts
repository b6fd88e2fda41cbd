export { createStore, del, get, set } from "idb-keyval";
