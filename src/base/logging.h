// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLoggingCategory>

//! The logging categories. Quiet by default: only warnings are written, and QT_LOGGING_RULES="islet.*=true" switches
//! all of them on (docs/logging.md).
//!
//! No log line contains a secret (key, token, signature, auth chain) or text that a peer or a server wrote: log codes,
//! counts, sizes, times, host names and addresses. tests/e2e/tst_canary.cpp runs the programs with every category on
//! and looks for both.
namespace islet {

Q_DECLARE_LOGGING_CATEGORY(lcAudio) //!< islet.audio: devices, buffers, the audio thread
Q_DECLARE_LOGGING_CATEGORY(lcComms) //!< islet.comms: sessions, transports, handshakes, retries
Q_DECLARE_LOGGING_CATEGORY(lcHttp) //!< islet.http: each request and its outcome
Q_DECLARE_LOGGING_CATEGORY(lcIdentity) //!< islet.identity: where identities are stored
Q_DECLARE_LOGGING_CATEGORY(lcServer) //!< islet.server: who joins and leaves our own rooms
Q_DECLARE_LOGGING_CATEGORY(lcSocket) //!< islet.socket: WebSocket connections
Q_DECLARE_LOGGING_CATEGORY(lcVoice) //!< islet.voice: talk, mute, who is heard
Q_DECLARE_LOGGING_CATEGORY(lcWindow) //!< islet.window: start-up and the desktop

} // namespace islet
