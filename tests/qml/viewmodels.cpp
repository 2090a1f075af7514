// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "viewmodels.h"

namespace islet::test {

ViewModels::ViewModels()
{
    others.room.transport.close(); // not in a room yet
    machine->set(twoMicrophones, twoLoudspeakers);
    appearance.setScheme(Appearance::Light);
    appearance.setMotion(Appearance::ReducedMotion); // no animations
    others.room.peerScene.setProfiles(others.profiles);

    IgnoredPeople &ignored = *others.all.ignored();
    chat.setIgnored([&ignored](const Address &person) { return ignored.isIgnored(person); });
    QObject::connect(&ignored, &IgnoredPeople::changed, &chat, &ChatModel::renewIgnored);
    QObject::connect(&chat, &ChatModel::ignoreWanted, &ignored,
                     [&ignored](const Address &person) { ignored.setIgnored(person, !ignored.isIgnored(person)); });
    QObject::connect(&others.voices, &PeerAudioSettings::talkingChanged, &others.room.peerScene,
                     [this] { others.room.peerScene.setTalking(others.voices.talking()); });
}

} // namespace islet::test
