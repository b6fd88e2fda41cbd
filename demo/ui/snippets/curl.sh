curl -O http://127.0.0.1:7860/offline/data/examples/digit-2.png
curl --data-binary @digit-2.png "http://127.0.0.1:7860/api/predict?model=compact&precision=int8"
