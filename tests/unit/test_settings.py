"""The settings come from the environment, and a wrong one is named."""

import pytest

from demo.settings import Settings


@pytest.mark.parametrize(
    ("name", "value"), [("MAX_PIXELS", "many"), ("PORT", "-1"), ("THREADS", "0"), ("PORT", "1e3"), ("PORT", "²")]
)
def test_a_setting_that_is_no_number_is_named(name, value):
    with pytest.raises(ValueError, match=f"Setting '{name}' has value '{value}'"):
        Settings.from_environment({name: value})


def test_a_port_that_there_is_not_is_named():
    assert Settings.from_environment({"PORT": "65535"}).port == 65_535
    with pytest.raises(ValueError, match="Setting 'PORT' has value '65536'. At most 65535 is possible."):
        Settings.from_environment({"PORT": "65536"})


def test_several_processes_have_no_gradio_app_that_could_ask_another_server():
    environment = {"WEB_CONCURRENCY": "2", "PREDICT_URL": "http://127.0.0.1:7861/api/predict"}
    with pytest.raises(ValueError, match="'WEB_CONCURRENCY' has value '2'. With PREDICT_URL only 1 is possible"):
        Settings.from_environment(environment)


def test_settings_come_from_the_environment_and_have_defaults():
    settings = Settings.from_environment({"PORT": "8000", "MAX_PIXELS": "", "HOME": "/"})

    assert settings == Settings(port=8000)
