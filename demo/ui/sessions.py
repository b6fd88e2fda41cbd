"""Limits on what Gradio remembers of its visitors, whom it knows by a name that each chooses for itself."""

from gradio.routes import App
from gradio.state_holder import SessionState, StateHolder
from gradio.utils import LRUCache

from demo.ui.files import refusal

LONGEST = 100
"""Characters of a session's name. Gradio's page takes 11, its client for Python 36."""


class Sessions(StateHolder):
    """Gradio's sessions. Each route that remembers something of a session looks it up here first."""

    def __getitem__(self, session_id: str) -> SessionState:
        if len(session_id) > LONGEST:
            raise refusal(f"The session's name has {len(session_id):,} characters. At most {LONGEST} are allowed.")
        return super().__getitem__(session_id)


def limit(app: App) -> None:
    """Makes a mounted Gradio app refuse long names, and forget those that never fetched an answer.

    Gradio itself keeps the messages of a number of sessions, and the names of all.
    """
    app.state_holder = Sessions()
    app.state_holder.set_blocks(app.get_blocks())
    queue = app.get_blocks()._queue
    queue.pending_event_ids_session = LRUCache(queue.pending_messages_per_session.max_size)
