"""Somebody with a strict Matrix program (mautrix), driven by the JSON lines of nio_human.py.

As the programs people use do since MSC4153, it gives keys to cross-signed devices alone, and shows
nothing that came from others: their messages are printed as undecryptable. It signs itself at first.
"""

import asyncio
import json
import os
import sys

from mautrix.client import Client
from mautrix.client.encryption_manager import DecryptionDispatcher
from mautrix.client.state_store import MemoryStateStore
from mautrix.crypto import MemoryCryptoStore, OlmMachine
from mautrix.errors import DecryptionError
from mautrix.types import EventType, TOFUSigningKey, TrustState

TRUSTED = TrustState.CROSS_SIGNED_TOFU


def tell(line):
    print(json.dumps(line), flush=True)


async def lines_of_input():
    reader = asyncio.StreamReader(limit=2**24)
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    while line := await reader.readline():
        yield json.loads(line)


class RoomsWeShare(MemoryStateStore):
    """Knows with whom we share rooms, as encryption asks."""

    async def find_shared_rooms(self, user):
        rooms = [room for room, members in self.members.items() if user in members]
        return [room for room in rooms if await self.is_encrypted(room)]


class Keys(MemoryCryptoStore):
    """mautrix 0.21.1 fails where it meets a signing key a second time."""

    async def put_cross_signing_key(self, user, usage, key):
        known = self._cross_signing_keys.setdefault(user, {})
        first = known[usage].first if usage in known else key
        known[usage] = TOFUSigningKey(key=key, first=first)


class Human:
    def __init__(self, url, user, device, token, store):
        rooms = RoomsWeShare()
        keys = Keys(user, "pickled")
        self.client = Client(
            mxid=user, device_id=device, base_url=url, token=token, sync_store=keys, state_store=rooms
        )
        self.crypto = OlmMachine(self.client, keys, rooms)
        self.crypto.send_keys_min_trust = TRUSTED
        self.client.add_event_handler(EventType.ALL, self.show)

    async def show(self, event):
        if not hasattr(event, "room_id"):
            return
        shown, how = event, {"decrypted": False, "undecryptable": False}
        if event.type == EventType.ROOM_ENCRYPTED:
            try:
                shown = await self.crypto.decrypt_megolm_event(event)
                trusted = shown["mautrix"]["trust_state"] >= TRUSTED
                how = {"decrypted": trusted, "undecryptable": not trusted}
            except DecryptionError:
                how["undecryptable"] = True
        said = {
            "event_id": event.event_id,
            "sender": event.sender,
            "type": str(shown.type),
            "content": shown.content.serialize(),
            "state_key": getattr(event, "state_key", None),
        }
        tell({"seen": said, "room": event.room_id, **how})

    async def live(self):
        await self.crypto.crypto_store.put_device_id(self.client.device_id)
        await self.crypto.load()
        await self.crypto.share_keys(0)
        await self.crypto.generate_recovery_key()
        self.client.crypto = self.crypto
        # It would open what is encrypted for itself, and say nothing of what it cannot read.
        self.client.remove_dispatcher(DecryptionDispatcher)
        self.client.start(None)
        tell({"ready": True})

    async def obey(self, command):
        try:
            event = await self.send(**command["send"])
            tell({"id": command["id"], "event": event})
        except Exception as fault:
            tell({"id": command["id"], "error": repr(fault)})

    async def send(self, room, type, content):
        kind = EventType.find(type, EventType.Class.MESSAGE)
        return await self.client.send_message_event(room, kind, content)


async def main():
    commands = lines_of_input()
    human = Human(**await anext(commands))
    await human.live()
    async for command in commands:
        await human.obey(command)
    os._exit(0)


asyncio.run(main())
