// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "picturefixture.h"

#include <QQmlProperty>

using namespace Qt::StringLiterals;

namespace islet::test {

namespace {

using Step = StepCode;
using Stage = PictureStage;

bool openSettings(Stage &s, int section, const QString &item)
{
    if (!s.enterWithPeers(5) || !s.press(Qt::Key_Comma, Qt::ControlModifier, u"settingsSections"_s))
        return false;
    for (int i = 0; i < section; ++i)
        QTest::keyClick(s.window, Qt::Key_Down);
    return s.waitUntilSeen(item);
}

bool openWelcome(Stage &s, int step)
{
    s.app.windowState()->welcome();
    if (!s.waitUntilSeen(u"welcomeNext"_s))
        return false;
    for (int i = 0; i < step; ++i)
        s.click(u"welcomeNext"_s);
    return s.waitUntilText(u"welcomeTitle"_s, step == 0 ? u"name"_s : step == 1 ? u"microphone"_s : u"room"_s);
}

bool withConversation(Stage &s)
{
    if (!s.enterWithPeers(20))
        return false;
    s.say(1, u"good evening"_s);
    s.say(1, u"has anybody seen the new plaza?"_s);
    s.say(2, u"Yes; it is two parcels to the north. The plan is at https://example.org/plaza/plan"_s);
    s.models.chat()->send(u"I am on my way"_s);
    s.say(4, u"a line without end: "_s + u"and on "_s.repeated(40));
    return true;
}

bool voiceStateSays(Stage &s, const QString &text)
{
    return s.waitUntilText(u"voiceState"_s, text);
}

bool withHostileNames(Stage &s)
{
    if (!s.enterWithPeers(6))
        return false;
    s.introduce(1, u"<img src='http://127.0.0.1/x'>"_s);
    s.introduce(2, u"\u202Eevil\u202D \u200F name"_s);
    s.introduce(3, u"W"_s.repeated(200));
    s.introduce(4, u"Z\u0335\u0334a\u0336\u0337l\u0338g\u0339o\u033A"_s);
    s.introduce(5, QString());
    s.introduce(6, u"\U0001F469\u200D\U0001F680 astronaut"_s);
    s.say(1, u"<b>bold</b> <a href='x'>words</a>"_s);
    s.say(3, u"W"_s.repeated(300));
    return true;
}

bool loseConnection(Stage &s)
{
    if (!s.enterServer())
        return false;
    s.server.reset();
    return waitUntil([&s] { return s.models.connection()->state() == RoomConnection::State::Reconnecting; });
}

bool getKicked(Stage &s)
{
    return s.enterServer() && s.server->kick(s.client.address(), u"be <b>nice</b>"_s)
        && s.waitUntilText(u"problem"_s, u"nice"_s) && s.waitUntilSeen(u"tryAgain"_s);
}

//! Shows fixed durations of the steps.
bool openHandshake(Stage &s)
{
    if (!s.enterServer() || !s.waitUntilSeen(u"roundTrip"_s) || !s.open(u"handshakeButton"_s, u"handshakeList"_s))
        return false;
    for (QQuickItem *item : s.items()) {
        if (item->property("text").toString().endsWith(u" ms"_s))
            QQmlProperty::write(item, u"text"_s, u"8 ms"_s); // replaces the binding
    }
    return true;
}

bool visitPlaces(Stage &s)
{
    for (const auto &place : {u"offline:garden"_s, u"offline:market square"_s, u"offline:harbour"_s})
        s.models.connection()->enter(place);
    s.models.connection()->leave();
    return s.waitUntilSeen(u"placesAndRealms"_s);
}

std::vector<PictureState> connectionStates()
{
    return {
        {"nowhere", [](Stage &s) { return s.waitUntilSeen(u"enterEmbedded"_s); }},
        {"been-to-places", visitPlaces},
        {"first-start-1", [](Stage &s) { return openWelcome(s, 0); }},
        {"first-start-2", [](Stage &s) { return openWelcome(s, 1); }},
        {"first-start-3", [](Stage &s) { return openWelcome(s, 2); }},
        {"connecting", [](Stage &s) { return s.stopJoiningAt(Step::Resolved), true; }},
        {"asking-realm", [](Stage &s) { return s.stopJoiningAt(Step::RealmAsked), true; }},
        {"identifying", [](Stage &s) { return s.stopJoiningAt(Step::Identified), true; }},
        {"signed", [](Stage &s) { return s.stopJoiningAt(Step::Signed), true; }},
        {"waiting-to-retry", loseConnection},
        {"kicked", getKicked},
        {"refused",
         [](Stage &s) {
             s.models.connection()->enter(u"ws://127.0.0.1:1/rooms/x"_s);
             return s.waitUntilSeen(u"whatHappened"_s);
         }},
        {"no-address",
         [](Stage &s) { return s.models.connection()->enter(u"nonsense"_s), s.waitUntilSeen(u"problem"_s); }},
        {"offered",
         [](Stage &s) {
             return s.models.connection()->receiveDeepLink(u"dcl-comms:ws-room:wss://rooms.example.org/rooms/a"_s)
                 && s.waitUntilSeen(u"offerCard"_s);
         }},
        {"plain-allowed",
         [](Stage &s) {
             return s.models.connection()->setPlainAllowed(true),
                    s.enterWithPeers(2) && s.waitUntilSeen(u"plainNotice"_s);
         }},
        {"handshake", openHandshake},
        {"places", [](Stage &s) { return visitPlaces(s) && s.open(u"placesButton"_s, u"plainTick"_s); }},
    };
}

std::vector<PictureState> peopleStates()
{
    return {
        {"alone", [](Stage &s) { return s.enterWithPeers(0); }},
        {"people-2", [](Stage &s) { return s.enterWithPeers(2); }},
        {"people-20", withConversation},
        {"people-200", [](Stage &s) { return s.enterWithPeers(200); }},
        {"people-2000",
         [](Stage &s) {
             if (!s.enterWithPeers(2'000))
                 return false;
             s.picture();
             QTest::keyClick(s.window, Qt::Key_F); // zoom to fit all peers
             return true;
         }},
        {"names", withHostileNames},
        {"person",
         [](Stage &s) {
             if (!s.enterWithPeers(5))
                 return false;
             s.introduce(1, u"Ana"_s, u"Builds boats.\nHas time on Sundays."_s);
             s.picture();
             return s.open(u"personCardButton"_s, u"personCard"_s);
         }},
        {"emotes",
         [](Stage &s) { return s.enterWithPeers(5) && s.press(Qt::Key_E, Qt::ControlModifier, u"emote1"_s); }},
        {"chat-search",
         [](Stage &s) {
             if (!withConversation(s) || !s.press(Qt::Key_F, Qt::ControlModifier, u"chatSearchField"_s))
                 return false;
             s.type(u"plaza"_s);
             return s.waitUntilText(u"chatSearchState"_s, u"2"_s);
         }},
    };
}

std::vector<PictureState> voiceStates()
{
    return {
        {"no-microphone",
         [](Stage &s) {
             s.machine->set({}, twoLoudspeakers);
             s.enterRoom();
             return voiceStateSays(s, u"No microphone"_s);
         }},
        {"silent-microphone",
         [](Stage &s) {
             s.machine->microphone = FakeMachine::Microphone::Zeros;
             return s.enterWithPeers(2) && s.voice().remote({u"ptt"_s, u"down"_s})
                 && voiceStateSays(s, u"No sound from"_s);
         }},
        {"talking",
         [](Stage &s) {
             return s.enterWithPeers(2) && s.voice().remote({u"ptt"_s, u"down"_s})
                 && voiceStateSays(s, u"You're live"_s);
         }},
        {"muted-and-talking",
         [](Stage &s) {
             if (!s.enterWithPeers(2))
                 return false;
             s.voice().setMuted(true);
             QTest::keyPress(s.window, Qt::Key_T);
             return voiceStateSays(s, u"no one can hear you"_s);
         }},
        {"deafened",
         [](Stage &s) {
             return s.enterWithPeers(2) && (s.voice().setDeafened(true), voiceStateSays(s, u"you can't hear anyone"_s));
         }},
        {"sound", [](Stage &s) { return s.enterWithPeers(2) && s.open(u"soundButton"_s, u"chimeButton"_s); }},
    };
}

std::vector<PictureState> windowStates()
{
    return {
        {"me", [](Stage &s) { return s.enterWithPeers(5) && s.open(u"meButton"_s, u"nameField"_s); }},
        {"settings-you", [](Stage &s) { return openSettings(s, 0, u"nameField"_s); }},
        {"settings-look", [](Stage &s) { return openSettings(s, 1, u"schemeChoice"_s); }},
        {"settings-sound", [](Stage &s) { return openSettings(s, 2, u"microphoneChoice"_s); }},
        {"settings-places", [](Stage &s) { return openSettings(s, 3, u"forgetPlaces"_s); }},
        {"palette",
         [](Stage &s) { return s.enterWithPeers(5) && s.press(Qt::Key_K, Qt::ControlModifier, u"paletteList"_s); }},
        {"shortcuts", [](Stage &s) { return s.enterWithPeers(5) && s.press(Qt::Key_F1, {}, u"shortcutsList"_s); }},
        {"no-column", [](Stage &s) { return s.enterWithPeers(5) && s.press(Qt::Key_F9, {}, u"showColumn"_s); }},
        {"narrow",
         [](Stage &s) { return withConversation(s) && (s.window->resize(900, 600), s.waitUntilSeen(u"sideTabs"_s)); }},
        {"narrow-lost",
         [](Stage &s) { return loseConnection(s) && (s.window->resize(900, 600), s.waitUntilSeen(u"sideTabs"_s)); }},
        {"large-text", [](Stage &s) { return withConversation(s) && (s.app.appearance()->setTextSize(1.5), true); }},
    };
}

} // namespace

const std::vector<PictureState> &pictureStates()
{
    static const std::vector<PictureState> all = [] {
        std::vector<PictureState> states = connectionStates();
        for (const auto &more : {peopleStates(), voiceStates(), windowStates()})
            states.insert(states.end(), more.begin(), more.end());
        return states;
    }();
    return all;
}

} // namespace islet::test
