"""All texts of the app, in English and Korean. The language of the browser decides."""

from pathlib import Path

import gradio as gr
from gradio.i18n import I18nData

DRAWING = (Path(__file__).parent / "drawing.svg").read_text(encoding="utf-8")
ENGLISH_DRAWING = DRAWING.format(
    drawing="A picture goes to the model on the server and to the same model in the browser, and both answer",
    picture="Picture",
    server="Server",
    browser="Your browser",
    answer="Answer",
    same="the same",
)
KOREAN_DRAWING = DRAWING.format(
    drawing="사진이 서버의 모델과 브라우저의 같은 모델로 전달되고, 양쪽이 답합니다",
    picture="사진",
    server="서버",
    browser="브라우저",
    answer="답",
    same="양쪽이 같음",
)

ENGLISH = {
    "introduction": "<h1>Both Sides</h1><p>One model, two places. Draw a digit: "
    '<b data-side="browser">your browser</b> and <b data-side="server">our server</b> race to read it.</p>',
    "ways_on": '<nav class="ways"><a href="offline/?view=compare" target="_blank"><b>The full comparison</b>'
    "On 4G, 3G or satellite: what each side costs, and when it pays off</a>"
    '<a href="offline/" target="_blank"><b>The page that works offline</b>Your browser alone, with camera; nothing is '
    "sent</a>"
    '<a href="offline/?view=downloads" target="_blank"><b>Take the model home</b>For Android, for a web page, as one '
    "file</a></nav>",
    "draw": "Draw",
    "upload": "Upload",
    "models": "Models",
    "about": "About",
    "digit": "Digit",
    "picture": "Picture",
    "model": "Model",
    "answer": "Answer",
    "examples": "Pictures to try",
    "models_hint": "Click a header to sort. Click a size or a file name to download the file. A size in brackets "
    "belongs to a file that is not here; click it to see why.",
    "too_large": "Too large to be committed; build it with",
    "accuracy": "Accuracy",
    "parameters": "Parameters",
    "file": "File",
    "format": "Format",
    "size": "Size",
    "copy": "Copy",
    "single_file": "Download the page as one file. It runs without a network and without a server.",
    "about_text": f"<h2>What runs where, and why</h2>{ENGLISH_DRAWING}"
    "<p><b>On the server</b>, LiteRT runs a <code>.tflite</code> file, with one thread for each picture. Every device "
    "gets its answers at the same speed and downloads no model. But every picture travels over the network, and every "
    "answer costs the operator computing time.</p>"
    "<p><b>In your browser</b>, TensorFlow.js or LiteRT.js runs a file with the same weights. The picture never leaves "
    "the device, it works without a network, and an answer costs the operator nothing. But the model is downloaded "
    "once, and the speed depends on the device.</p>"
    "<p>The preprocessing is part of the model, so both sides take the same picture. Every file was compared with the "
    "trained model before it was published.</p>"
    "<h2>Ask the server from a program</h2>"
    "<p>Send the bytes of an image to the API, and it answers with JSON. Pages on other hosts can use it too. "
    '<a href="api/docs/" target="_blank">The API documentation</a> lists everything. The first line of the curl '
    "example downloads the picture that the other examples send.</p>",
}
KOREAN = {
    "introduction": "<h1>Both Sides</h1><p>모델은 하나, 실행되는 곳은 둘. 숫자를 그리면 "
    '<b data-side="browser">내 브라우저</b>와 <b data-side="server">서버</b>가 누가 먼저 읽는지 겨룹니다.</p>',
    "ways_on": '<nav class="ways"><a href="offline/?view=compare" target="_blank"><b>전체 비교</b>'
    "4G, 3G, 위성에서 양쪽의 비용과 이득이 되는 시점</a>"
    '<a href="offline/" target="_blank"><b>오프라인 페이지</b>카메라까지 브라우저만으로, 아무것도 전송하지 않고</a>'
    '<a href="offline/?view=downloads" target="_blank"><b>모델 다운로드</b>'
    "안드로이드용, 웹 페이지용, 단일 파일</a></nav>",
    "draw": "그리기",
    "upload": "업로드",
    "models": "모델",
    "about": "소개",
    "digit": "숫자",
    "picture": "사진",
    "model": "모델",
    "answer": "답",
    "examples": "예시 사진",
    "models_hint": "열 제목을 누르면 정렬되고, 크기나 파일 이름을 누르면 파일을 다운로드합니다. 괄호 안의 크기는 "
    "여기에 없는 파일의 크기입니다. 누르면 이유가 보입니다.",
    "too_large": "커밋하기에 너무 큽니다. 빌드 명령:",
    "accuracy": "정확도",
    "parameters": "매개변수",
    "file": "파일",
    "format": "형식",
    "size": "크기",
    "copy": "복사",
    "single_file": "네트워크와 서버 없이 실행되는 단일 파일 페이지 다운로드",
    "about_text": f"<h2>어디에서 무엇이 실행되나요?</h2>{KOREAN_DRAWING}"
    "<p><b>서버에서는</b> LiteRT가 <code>.tflite</code> 파일을 사진마다 스레드 하나로 실행합니다. 어떤 기기에서든 "
    "속도가 같고 모델을 다운로드하지 않아도 됩니다. 대신 사진이 네트워크로 전송되고, 답마다 운영자의 서버 자원이 "
    "듭니다.</p>"
    "<p><b>브라우저에서는</b> TensorFlow.js나 LiteRT.js가 가중치가 같은 파일을 실행합니다. 사진이 기기 밖으로 나가지 "
    "않고, 네트워크 없이도 동작하며, 답을 내는 데 운영자의 비용이 들지 않습니다. 대신 모델을 한 번 다운로드해야 하고, "
    "속도는 기기에 따라 다릅니다.</p>"
    "<p>전처리가 모델에 들어 있어 양쪽이 같은 사진을 그대로 받습니다. 모든 파일은 공개하기 전에 학습된 모델과 "
    "비교했습니다.</p>"
    "<h2>프로그램에서 서버에 요청하기</h2>"
    "<p>이미지 파일의 바이트를 API에 보내면 JSON으로 답합니다. 다른 호스트의 페이지에서도 쓸 수 있습니다. "
    '<a href="api/docs/" target="_blank">API 문서</a>에 모든 기능이 있습니다. curl 예제의 첫 줄은 다른 예제가 보낼 '
    "사진을 다운로드합니다.</p>",
}
I18N = gr.I18n(en=ENGLISH, ko=KOREAN)


def word(key: str) -> I18nData:
    """A text that Gradio shows in the reader's language; raises `KeyError` for an unknown key."""
    ENGLISH[key]
    return I18N(key)


def both(key: str) -> str:
    """HTML with the word in both languages, where Gradio does not translate: `ui.css` hides one of them."""
    return f'<span lang="en">{ENGLISH[key]}</span><span lang="ko">{KOREAN[key]}</span>'
