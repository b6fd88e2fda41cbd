"""The table of what the default digit model shall reach, and what it reaches."""

import json
from statistics import mean

import catalog
from harness.server import ROOT

TRAINED = ROOT / "models" / "trained"
ROW = "| {} | {} | {} | {} |"


def table() -> str:
    """One row for each target: what was measured, the target, and whether it is reached."""
    published = catalog.load()
    model = published.model(published.default)
    result = json.loads((TRAINED / f"{model.name}.json").read_text(encoding="utf-8"))
    robust, beside = result["robustness"], result.get("beside", {})
    (int8,) = (file for file in model.files if (file.format, file.precision) == ("tflite", "int8"))
    if model.accuracy is None or int8.accuracy is None:
        raise ValueError(f"The catalog has no accuracy of '{model.name}', which is no digit model.")
    losses = [model.accuracy - share for share in robust["accuracy"].values()]
    stray, corrupted = robust["stray_marks"].values(), robust["mnist_c"].values()
    sure = robust["confidence"]
    brotli = _brotli(model)
    seeds = [model.accuracy, *result.get("other_seeds", {}).values()]
    rows = [
        _row("the 10,000 MNIST test images, int8 `.tflite`", int8.accuracy, 0.997, _percent),
        _row("that file, with labels and metadata", int8.bytes, 65_536, _bytes, most=True),
        _row("the TF.js files that the page loads, Brotli", brotli, 46_080, _bytes, most=True),
        _row("the nine drawn conditions, mean loss", mean(losses), 0.0025, _points, most=True),
        _row("the same, worst", max(losses), 0.008, _points, most=True),
        _row("MNIST-C, fifteen corruptions, mean", mean(corrupted), 0.92, _percent),
        _row("stray marks, mean", mean(stray), 0.98, _percent),
        _row("the same, worst", min(stray), 0.95, _percent),
        _row("UCI digits, other writers", robust["other_writers"]["UCI digits"], 0.97, _percent),
        _row("mean top probability on letters", sure["letters"], 0.30, _percent, most=True),
        _row("the same on digits", sure["digits"], 0.98, _percent),
        _row("expected calibration error", result["calibration_error"], 0.003, _percent, most=True),
    ]
    if len(seeds) > 1:
        what = f"the Keras model, mean of {len(seeds)} seeds ({_percent(min(seeds))} to {_percent(max(seeds))})"
        rows.insert(1, _row(what, mean(seeds), 0.997, _percent))
    for runtime, title in (("litert", "LiteRT"), ("tfjs", "TF.js with WebAssembly")):
        if runtime in beside:
            what = f"time of an answer, {title}, beside the model without segmentation"
            rows.append(_row(what, beside[runtime], 1.3, "{:.2f} times".format, most=True))
    return "\n".join([ROW.format("on", "measured", "target", ""), "| --- | ---: | ---: | --- |", *rows])


def _row(what: str, measured: float, target: float, written, most: bool = False) -> str:
    """`most`: the target is the most that is allowed, not the least."""
    reached = measured <= target if most else measured >= target
    return ROW.format(what, written(measured), written(target), "reached" if reached else "**missed**")


def _brotli(model: catalog.Model) -> int:
    """Bytes of the default TF.js files as the server sends them to a browser that takes Brotli."""
    (file,) = (file for file in model.files if file.path == model.defaults["tfjs"])
    places = [catalog.PATH.parent / part.path for part in file.whole]
    return sum(
        (place.with_name(f"{place.name}.br") if place.with_name(f"{place.name}.br").exists() else place).stat().st_size
        for place in places
    )


def _percent(share: float) -> str:
    return f"{share:.2%}"


def _points(share: float) -> str:
    return f"{share * 100:.2f} points"


def _bytes(count: float) -> str:
    return f"{count:,.0f} bytes"
