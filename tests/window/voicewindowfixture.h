// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "protocol/placement.h"
#include "realwindow.h"
#include "tests/app/voice/voicefixture.h"

namespace islet::test {

//! The fake machine of a VoiceWindow: two microphones, two loudspeakers.
class VoiceMachine {
public:
    VoiceMachine() { machine->set(twoMicrophones, twoLoudspeakers); }

    FakeMachinePtr machine = std::make_shared<FakeMachine>();
};

//! The product's window on a machine with sound.
class VoiceWindow : public VoiceMachine, public RealWindow {
public:
    explicit VoiceWindow(const PrivateKey &owner = PrivateKey::generate())
        : RealWindow([fake = machine] { return std::make_unique<FakeSoundSystem>(fake); }, owner)
    {
        if (!show() || !QTest::qWaitForWindowActive(window))
            qFatal("no window");
    }
    ~VoiceWindow() { machine->release(); }
    VoiceWindow(const VoiceWindow &) = delete;
    VoiceWindow &operator=(const VoiceWindow &) = delete;

    VoiceController &voice() { return *models.voice(); }
    bool waitUntilRunning(DeviceState::Kind microphone = DeviceState::Kind::Running)
    {
        return waitUntil(
            [this, microphone] {
                const AudioState &state = voice().pipeline().state();
                return state.microphone.kind == microphone && state.loudspeaker.kind == DeviceState::Kind::Running;
            },
            VoiceFixture::patience);
    }
    bool enterAndStart()
    {
        enterRoom();
        return waitUntilRunning();
    }
    //! Waits until voice frames are sent.
    bool waitUntilTalking()
    {
        const std::size_t until = room.sentOf<rfc4::Voice>().size() + 3;
        return waitUntil([&] { return room.sentOf<rfc4::Voice>().size() >= until; }, VoiceFixture::patience)
            && voice().isTalking();
    }
    //! Waits until no voice frames are sent any more.
    bool waitUntilQuiet()
    {
        if (!waitUntil([this] { return !voice().isTalking(); }, VoiceFixture::patience) || !listenOn(*machine))
            return false;
        const std::size_t before = room.sentOf<rfc4::Voice>().size();
        return listenOn(*machine) && room.sentOf<rfc4::Voice>().size() == before && restAfterTap();
    }
    //! Waits, by the samples that the loudspeaker has played, until the next press isn't a double tap.
    bool restAfterTap() const { return listenOn(*machine, sampleRate / 2); }
    //! Gives the item focus, as Tab does.
    void focus(const QString &objectName) const { item(objectName)->forceActiveFocus(Qt::TabFocusReason); }
    //! Sends the event to the middle of an item.
    void mouse(QEvent::Type what, const QString &objectName) const
    {
        const QPoint at = placeOf(objectName).center().toPoint();
        if (what == QEvent::MouseButtonPress)
            QTest::mousePress(window, Qt::LeftButton, {}, at);
        else if (what == QEvent::MouseButtonRelease)
            QTest::mouseRelease(window, Qt::LeftButton, {}, at);
        else
            QTest::mouseMove(window, at);
    }
    void stand(const Address &who, const Vec3 &where)
    {
        emit room.peerJoined(who);
        room.hear(who, rfc4::positionOf({where, 0, {}}, ++m_index));
    }
    void say(const Address &who, const QList<QByteArray> &packets)
    {
        for (const QByteArray &packet : packets)
            room.hear(who, rfc4::Voice{packet, ++m_index});
    }

private:
    std::uint32_t m_index = 0;
};

} // namespace islet::test
