"""Every word of the app that people read, in English and Korean; the browser's language decides which."""

from pathlib import Path

import gradio as gr
from gradio.i18n import I18nData

DRAWING = (Path(__file__).parent / "drawing.svg").read_text(encoding="utf-8")

ENGLISH = {
    "introduction": "<h1>Both Sides</h1><p>The same trained model on the server and in your browser. This page asks "
    'the server; <a href="offline/" target="_blank">the other side</a> needs no network.</p>',
    "draw": "Draw",
    "upload": "Upload",
    "models": "Models",
    "compare": "Compare",
    "about": "About",
    "digit": "Digit",
    "picture": "Picture",
    "model": "Model",
    "answer": "Answer",
    "examples": "Pictures to try",
    "draw_hint": "Draw a digit. The answer follows each stroke.",
    "upload_hint": "Choose, drop or paste a picture, or take one.",
    "blank_hint": "The model finds nothing in this picture.",
    "in_the_model": "in the model, on the server",
    "to_read_the_picture": "before that, to read the picture",
    "seen": "As the model sees it: 28x28 pixels",
    "models_hint": "A click on a header sorts. A click on a size or a file's name downloads it; a size in brackets "
    "is of a file that is not published, and points at why.",
    "accuracy": "Accuracy",
    "parameters": "Parameters",
    "file": "File",
    "format": "Format",
    "size": "Size",
    "copy": "Copy",
    "single_file": "Download the page as one file, which runs without a network or a server",
    "about_text": "<h2>What runs where, and why</h2>{drawing}"
    "<p><b>On the server</b>, a <code>.tflite</code> file in LiteRT answers, on one thread for each picture. Every "
    "device gets the same speed, and nothing is downloaded; but each picture travels, and each answer costs the "
    "operator computing time.</p>"
    "<p><b>In your browser</b>, a file of the same weights answers in TensorFlow.js or LiteRT.js. The picture never "
    "leaves the device, it works without a network, and a million users cost no more than one; but the model is "
    "downloaded once, and the device decides how fast it is.</p>"
    "<p>The preprocessing is part of the model, so both sides take the same picture, and their answers are the same: "
    "every published file was compared with the trained model before it was published.</p>"
    "<h2>Ask the server from a program</h2>"
    "<p>The API takes the bytes of an image and answers in JSON; pages on other hosts may ask it too. "
    '<a href="api/docs/" target="_blank">Its description</a> lists all that it can. The first line of curl '
    "fetches the picture that the others send.</p>",
}
KOREAN = {
    "introduction": "<h1>Both Sides</h1><p>학습된 하나의 모델이 서버와 브라우저 양쪽에서 동작합니다. 이 "
    "페이지는 서버에 "
    '묻고, <a href="offline/" target="_blank">다른 쪽</a>은 네트워크 없이 동작합니다.</p>',
    "draw": "그리기",
    "upload": "올리기",
    "models": "모델",
    "compare": "비교",
    "about": "소개",
    "digit": "숫자",
    "picture": "사진",
    "model": "모델",
    "answer": "답",
    "examples": "예시 사진",
    "draw_hint": "숫자를 그려 보세요. 획을 그을 때마다 답이 바뀝니다.",
    "upload_hint": "사진을 고르거나, 끌어다 놓거나, 붙여 넣거나, 찍어 보세요.",
    "blank_hint": "모델이 이 사진에서 아무것도 찾지 못했습니다.",
    "in_the_model": "서버의 모델이 답하는 데 걸린 시간",
    "to_read_the_picture": "그 전에 사진을 읽는 데 걸린 시간",
    "seen": "모델이 본 모습: 28x28픽셀",
    "models_hint": "열 제목을 누르면 정렬됩니다. 크기나 파일 이름을 누르면 내려받습니다. 괄호 안의 크기는 "
    "공개되지 않은 "
    "파일의 것이며, 가리키면 그 이유가 보입니다.",
    "accuracy": "정확도",
    "parameters": "매개변수",
    "file": "파일",
    "format": "형식",
    "size": "크기",
    "copy": "복사",
    "single_file": "네트워크도 서버도 필요 없는 단일 파일 페이지 내려받기",
    "about_text": "<h2>무엇이 어디서, 왜 실행되나요</h2>{drawing}"
    "<p><b>서버에서는</b> <code>.tflite</code> 파일이 LiteRT에서 사진마다 스레드 하나로 답합니다. 어떤 "
    "기기에서든 속도가 "
    "같고 내려받을 것이 없지만, 사진이 네트워크를 오가고 답마다 운영자의 계산 시간이 듭니다.</p>"
    "<p><b>브라우저에서는</b> 같은 가중치의 파일이 TensorFlow.js나 LiteRT.js에서 답합니다. 사진이 기기를 떠나지 않고, "
    "네트워크 없이 동작하며, 사용자가 백만 명이어도 비용이 늘지 않습니다. 다만 모델을 한 번 내려받아야 하고, "
    "속도는 기기에 "
    "달려 있습니다.</p>"
    "<p>전처리가 모델 안에 있으므로 양쪽이 같은 사진을 받아 같은 답을 냅니다. 공개된 모든 파일은 공개 전에 "
    "학습된 모델과 "
    "비교했습니다.</p>"
    "<h2>프로그램에서 서버에 묻기</h2>"
    "<p>API는 이미지 파일의 바이트를 받아 JSON으로 답하며, 다른 호스트의 페이지에서도 물을 수 있습니다. "
    '<a href="api/docs/" target="_blank">API 설명</a>에 모든 기능이 있습니다. curl의 첫 줄은 나머지 예제가 보낼 '
    "사진을 내려받습니다.</p>",
}
IN_THE_DRAWING = (
    {
        "drawing": "A picture goes to the model on the server or to the same model in the browser, and both answer",
        "picture": "Picture",
        "server": "Server",
        "browser": "Your browser",
        "answer": "Answer",
        "same": "the same",
    },
    {
        "drawing": "사진은 서버의 모델이나 브라우저의 같은 모델로 가고, 양쪽이 답합니다",
        "picture": "사진",
        "server": "서버",
        "browser": "브라우저",
        "answer": "답",
        "same": "양쪽이 같음",
    },
)

for _words, _labels in zip((ENGLISH, KOREAN), IN_THE_DRAWING, strict=True):
    _words["about_text"] = _words["about_text"].format(drawing=DRAWING.format(**_labels))

I18N = gr.I18n(en=ENGLISH, ko=KOREAN)


def word(key: str) -> I18nData:
    """What Gradio shows in the reader's language; raises `KeyError` for a key that is not in the table above."""
    ENGLISH[key]
    return I18N(key)


def both(key: str) -> str:
    """HTML with the word in both languages, for where Gradio translates nothing: `ui.css` hides one of them."""
    return f'<span lang="en">{ENGLISH[key]}</span><span lang="ko">{KOREAN[key]}</span>'
