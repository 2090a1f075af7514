// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "base/logging.h"

namespace islet {

Q_LOGGING_CATEGORY(lcAudio, "islet.audio", QtWarningMsg)
Q_LOGGING_CATEGORY(lcComms, "islet.comms", QtWarningMsg)
Q_LOGGING_CATEGORY(lcHttp, "islet.http", QtWarningMsg)
Q_LOGGING_CATEGORY(lcIdentity, "islet.identity", QtWarningMsg)
Q_LOGGING_CATEGORY(lcServer, "islet.server", QtWarningMsg)
Q_LOGGING_CATEGORY(lcSocket, "islet.socket", QtWarningMsg)
Q_LOGGING_CATEGORY(lcVoice, "islet.voice", QtWarningMsg)
Q_LOGGING_CATEGORY(lcWindow, "islet.window", QtWarningMsg)

} // namespace islet
