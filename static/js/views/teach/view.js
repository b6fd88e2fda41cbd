/** The view Teach: the reader shows examples of signs of their own, and the page learns them on the device. */

import { messageOf } from "../../core/message.js";
import { saveAs } from "../saving.js";
import { announcer } from "../../answer/announcement.js";
import { showNotice } from "../../chrome/notice.js";
import { coalesce } from "../../core/coalesce.js";
import { areWords } from "../../core/labels.js";
import { sizeOf } from "../../core/size.js";
import { pixelsOf, resized } from "../../input/picture.js";
import { keepFile } from "../../offline/store.js";
import { timeText } from "../../sides/figures.js";
import { loadStyle } from "../style.js";
import { classList } from "./class_list.js";
import { packed } from "./export_model.js";
import { jsonOf, lessonIn } from "./file.js";
import { makeFrame } from "./frame.js";
import { CLASSES, EXAMPLES } from "./lesson.js";
import { INPUT, pngOf } from "./picture.js";
import { forget, keep, kept } from "./store.js";
import { freshClass, freshLesson, Teacher } from "./teacher.js";
import { t } from "./words.js";

/** @typedef {import("./lesson.js").Class} Class */

/** @param {HTMLElement} root @param {import("../page.js").Page} page */
export async function mount(root, page) {
  const models = page.catalog.models.filter(({ features }) => features);
  models.sort((one, other) => Number(other.name === page.catalog.default) - Number(one.name === page.catalog.default));
  if (!models.length) return void (root.textContent = t("none"));
  const [record] = await Promise.all([kept().catch(() => undefined), loadStyle("built/css/teach.css")]);
  const isKnown = models.some(({ name }) => name === record?.lesson.model);
  const teacher = new Teacher(models, isKnown && record ? record.lesson : freshLesson(models[0].name), () => {});
  if (isKnown && record && record.version !== teacher.model.version) teacher.change(record.lesson.model);

  const frame = makeFrame(models);
  const { card, figures, actions } = frame;
  const announce = announcer(frame.spoken);
  let isBusy = true;
  /** Whether the features could not be loaded: with the next picture that is tried again. */
  let hasFailed = false;
  let loads = 0;
  const list = classList(frame.list, {
    add: (of) => void add(of).catch(report),
    remove(of, example) {
      teacher.remove(of, example);
      frame.spoken.textContent = t("removed", { name: of.name, count: of.examples.length });
      changed();
    },
    removeClass(of) {
      const question = t("removeQuestion", { name: of.name, count: of.examples.length });
      if (of.examples.length && !confirm(question)) return;
      teacher.removeClass(of);
      frame.more.focus();
      changed();
    },
    rename: () => changed(),
  });

  /** @param {unknown} error */
  const report = (error) => showNotice([messageOf(error)]);

  const save = coalesce(async () => {
    try {
      if (!teacher.count) await forget();
      else await keep({ lesson: teacher.lesson, version: teacher.model.version });
      frame.kept.textContent = t("kept");
    } catch (error) {
      frame.kept.textContent = t("unkept", { problem: messageOf(error) });
    }
  });

  /** Shows the lesson after each change, keeps it, and answers the picture with it. */
  function changed() {
    show();
    void save();
    void answer().catch(report);
  }

  function show() {
    const { lesson, learned, count } = teacher;
    list.show(lesson.classes);
    frame.more.hidden = lesson.classes.length >= CLASSES.most;
    for (const [name, radio] of frame.radios) radio.checked = name === lesson.model;
    figures.count.textContent = String(count);
    const right = learned?.right;
    figures.accuracy.textContent =
      learned && right !== undefined ? t("right", { right, count: learned.count }) : count ? t("few") : "\u2013";
    figures.learned.textContent = learned ? timeText(learned.milliseconds) : "\u2013";
    for (const action of [actions.save, actions.clear]) action.disabled = !count;
    actions.model.disabled = !learned;
  }

  /** Why there is no answer, or undefined if there can be one. */
  function request() {
    if (isBusy) return undefined;
    if (!teacher.learned) return teacher.count ? t("second") : t("first");
    return page.pad.isEmpty ? t("ask") : undefined;
  }

  const answer = coalesce(async () => {
    if (document.documentElement.dataset.view !== "teach") return;
    if (hasFailed) return load();
    if (isBusy) return;
    const message = request();
    if (message) {
      card.silence({ state: "empty", message });
      delete frame.label.dataset.probabilities;
      return list.answer();
    }
    const found = await teacher.answer(pixelsOf(page.pad.image, INPUT));
    if (!found || isBusy || page.pad.isEmpty) return;
    const { shares, milliseconds, seen } = found;
    const top = [...shares].map(([{ name }, probability]) => ({ label: name, probability }));
    top.sort((one, other) => other.probability - one.probability);
    card.answer({ top, milliseconds, words: areWords(top.map(({ label }) => label)) });
    frame.label.dataset.probabilities = JSON.stringify([...shares.values()]);
    list.answer(shares);
    figures.step.textContent = timeText(seen);
    announce(top[0].label, top[0].label, false);
  });

  /** @param {Class} of */
  async function add(of) {
    if (isBusy) return;
    if (page.pad.isEmpty) return void card.silence({ state: "empty", message: t("empty") });
    if (teacher.count >= EXAMPLES) return showNotice([t("full", { most: EXAMPLES })]);
    const canvas = resized(page.pad.image, INPUT);
    page.pad.clear(); // for the next one; a camera fills it again
    of.examples.push({ png: await pngOf(canvas) });
    frame.spoken.textContent = t("added", { name: of.name, count: of.examples.length });
    await teacher.study();
    changed();
  }

  /** Loads the features, and sees all examples that have none. */
  async function load() {
    const mine = ++loads;
    isBusy = true;
    hasFailed = false;
    const { model } = teacher;
    const size = sizeOf(model.features?.file.bytes ?? 0);
    card.silence({ state: "loading", message: t("loading", { title: model.title, size }) });
    list.answer();
    show();
    try {
      await teacher.start();
      if (teacher.count) card.silence({ state: "loading", message: t("looking", { count: teacher.count }) });
      await teacher.study();
      if (mine !== loads) return; // another was chosen meanwhile
      isBusy = false;
      if (model.features) keepFile(model.features.file).catch(console.warn);
      changed();
    } catch (error) {
      if (mine !== loads) return;
      hasFailed = true;
      card.silence({ state: "problem", message: messageOf(error) });
    }
  }

  for (const [name, radio] of frame.radios)
    radio.addEventListener("change", () => {
      teacher.change(name);
      void load();
    });
  frame.more.addEventListener("click", () => {
    const { classes } = teacher.lesson;
    classes.push(freshClass(classes.length + 1));
    changed();
    const names = /** @type {NodeListOf<HTMLInputElement>} */ (frame.list.querySelectorAll(".teach-name"));
    names[names.length - 1].select();
  });
  actions.save.addEventListener("click", () => saveAs(new Blob([jsonOf(teacher.lesson)]), "both-sides-signs.json"));
  actions.open.addEventListener("click", () => frame.file.click());
  frame.file.addEventListener("change", async () => {
    const [file] = frame.file.files ?? [];
    if (!file) return;
    try {
      const names = models.map(({ name }) => name);
      const opened = await lessonIn(file, names);
      if (teacher.count && !confirm(t("openQuestion", { count: teacher.count }))) return;
      await teacher.open(opened);
      await load();
    } catch (error) {
      report(error);
    } finally {
      frame.file.value = ""; // so that the same file can be chosen again
    }
  });
  actions.model.addEventListener("click", async () => {
    const { learned, model } = teacher;
    if (!learned || !model.features) return;
    try {
      const labels = learned.taught.map(({ name }) => name);
      saveAs(await packed(model.features.file, learned.head, labels), "both-sides-signs-tfjs.zip");
    } catch (error) {
      report(error);
    }
  });
  actions.clear.addEventListener("click", () => {
    if (!confirm(t("clearQuestion", { count: teacher.count }))) return;
    teacher.lesson = freshLesson(teacher.lesson.model);
    teacher.learned = undefined;
    changed();
  });

  page.onQuestion(() => void answer().catch(report));
  document.addEventListener("view", () => void answer().catch(report));
  root.replaceChildren(...frame.all);
  await load();
}
