// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "comms/statussentences.h"

#include "base/sentence.h"

namespace islet {

namespace {

//! What a status means, whatever was asked for.
enum class Meaning { Denied, Missing, TooMany, Temporary, Other };

constexpr const char *tooMany =
    QT_TRANSLATE_NOOP("Sentence", "%1 gets too many requests (HTTP %2). Wait a moment, then try again.");

Meaning meaningOf(int status)
{
    switch (status) {
    case 401:
    case 403: return Meaning::Denied;
    case 404:
    case 410: return Meaning::Missing;
    case 429: return Meaning::TooMany;
    default: return isTemporary(status) ? Meaning::Temporary : Meaning::Other;
    }
}

const char *ofRoom(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Denied: return QT_TRANSLATE_NOOP("Sentence", "%1 doesn't let you in (HTTP %2).");
    case Meaning::Missing:
        return QT_TRANSLATE_NOOP("Sentence", "%1 has no room at this address (HTTP %2). Check the path.");
    case Meaning::Temporary:
        return QT_TRANSLATE_NOOP("Sentence", "%1 can't open the room right now (HTTP %2). Try again later.");
    case Meaning::TooMany: return tooMany;
    case Meaning::Other: break;
    }
    return nullptr;
}

const char *ofRealm(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Denied: return QT_TRANSLATE_NOOP("Sentence", "Realm %1 doesn't let you in (HTTP %2).");
    case Meaning::Missing:
        return QT_TRANSLATE_NOOP("Sentence", "%1 has no realm at this address (HTTP %2). Check its name.");
    case Meaning::Temporary:
        return QT_TRANSLATE_NOOP("Sentence", "Realm %1 isn't available right now (HTTP %2). Try again later.");
    case Meaning::TooMany: return tooMany;
    case Meaning::Other: break;
    }
    return nullptr;
}

const char *ofLogin(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Missing: return QT_TRANSLATE_NOOP("Sentence", "%1 has no login at this address (HTTP %2). Check it.");
    case Meaning::Temporary:
        return QT_TRANSLATE_NOOP("Sentence", "%1 can't log you in right now (HTTP %2). Try again later.");
    case Meaning::TooMany: return tooMany;
    case Meaning::Denied:
    case Meaning::Other: break;
    }
    return nullptr;
}

} // namespace

const char *statusSentence(const CloseReason &reason)
{
    const Meaning meaning = meaningOf(reason.httpStatus);
    switch (reason.code) {
    case CloseCode::HttpStatus: return ofRoom(meaning);
    case CloseCode::RealmStatus: return ofRealm(meaning);
    case CloseCode::LoginStatus: return ofLogin(meaning);
    default: return nullptr;
    }
}

} // namespace islet
