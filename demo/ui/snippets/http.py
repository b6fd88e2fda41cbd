import json
from urllib.request import urlopen

with open("digit-2.png", "rb") as picture:
    answer = json.load(urlopen("http://127.0.0.1:7860/api/predict", data=picture.read()))
print(answer["label"], answer["probabilities"], answer["timings_ms"])
