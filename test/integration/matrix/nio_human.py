"""Somebody with an encrypting Matrix program (matrix-nio), driven by JSON lines.

The first line of the input says who: {"url", "user", "device", "token", "store"}.
Then each line is a command with an "id", answered by {"id", "event"} or {"id", "error"}:
  {"id": 1, "send": {"room", "type", "content"}}   encrypted where the room is
What is seen in rooms is printed as {"seen": EVENT, "room", "decrypted", "undecryptable"}.
"""

import asyncio
import json
import os
import sys
import traceback

from nio import AsyncClient, AsyncClientConfig, Event, MegolmEvent

# Nothing is to be missed, however much comes at once.
SYNC_FILTER = {"room": {"timeline": {"limit": 1000}}}
SYNC_MS = 20_000


def tell(line):
    print(json.dumps(line), flush=True)


async def lines_of_input():
    reader = asyncio.StreamReader(limit=2**24)
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    while line := await reader.readline():
        yield json.loads(line)


class Human:
    def __init__(self, url, user, device, token, store):
        os.makedirs(store, exist_ok=True)
        config = AsyncClientConfig(encryption_enabled=True, store_sync_tokens=True)
        self.client = AsyncClient(url, user, device, store, config)
        self.client.restore_login(user, device, token)
        self.client.add_event_callback(self.show, Event)
        # One message after another, as they were written.
        self.turn = asyncio.Lock()
        # One at a time asks for keys, and gives some.
        self.keys = asyncio.Lock()

    async def show(self, room, event):
        unread = isinstance(event, MegolmEvent)
        how = {"decrypted": bool(event.decrypted), "undecryptable": unread}
        tell({"seen": event.source, "room": room.room_id, **how})

    async def live(self):
        await self.client.sync(0, SYNC_FILTER, full_state=True)
        await self.tend_keys()
        tell({"ready": True})
        # nio's sync_forever ends where a message being sent has just asked for the same keys.
        while True:
            await self.client.sync(SYNC_MS, SYNC_FILTER)
            self.client.synced.set()
            self.client.synced.clear()
            await self.client.send_to_device_messages()
            async with self.keys:
                await self.tend_keys()

    async def tend_keys(self):
        if self.client.should_upload_keys:
            await self.client.keys_upload()
        if self.client.should_query_keys:
            await self.client.keys_query()
        if self.client.should_claim_keys:
            await self.client.keys_claim(self.client.get_users_for_key_claiming())

    async def obey(self, command):
        try:
            async with self.turn:
                event = await self.send(**command["send"])
            tell({"id": command["id"], "event": event})
        except Exception as fault:
            tell({"id": command["id"], "error": repr(fault)})

    async def send(self, room, type, content):
        while room not in self.client.rooms:
            await self.client.synced.wait()
        async with self.keys:
            await self.tend_keys()
            answer = await self.client.room_send(
                room, type, content, ignore_unverified_devices=True
            )
        return answer.event_id


async def main():
    commands = lines_of_input()
    human = Human(**await anext(commands))
    tasks = {asyncio.create_task(live(human))}
    async for command in commands:
        tasks.add(asyncio.create_task(human.obey(command)))
    await human.client.close()
    os._exit(0)


async def live(human):
    try:
        await human.live()
    except BaseException:
        # Nobody awaits it: it would fall silent, and its owner wait for what never comes.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)


asyncio.run(main())
