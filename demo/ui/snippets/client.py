from gradio_client import Client, handle_file

client = Client("http://127.0.0.1:7860")
answer, times = client.predict(handle_file("digit-2.png"), "compact", api_name="/predict")
print(answer["label"], times["inference"], "ms")
