// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "housemodels.h"

namespace islet::test {

HouseModels::HouseModels()
{
    others.room.transport.close(); // nobody is in a room yet
    machine->set(twoMicrophones, twoLoudspeakers);
    appearance.setScheme(Appearance::Light);
    appearance.setMotion(Appearance::ReducedMotion); // a view is at once as it is to be
    others.room.crowd.setProfiles(others.profiles);

    IgnoredPeople &ignored = *others.all.ignored();
    chat.setIgnored([&ignored](const Address &person) { return ignored.isIgnored(person); });
    QObject::connect(&ignored, &IgnoredPeople::changed, &chat, &ChatModel::renewIgnored);
    QObject::connect(&chat, &ChatModel::ignoreWanted, &ignored,
                     [&ignored](const Address &person) { ignored.setIgnored(person, !ignored.isIgnored(person)); });
    const Walker &me = others.room.walker;
    QObject::connect(&others.voices, &VoicePeople::talkingChanged, &others.room.crowd,
                     [this] { others.room.crowd.setTalking(others.voices.talking()); });
}

} // namespace islet::test
