// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "viewmodels.h"

namespace islet::test {

ViewModels::ViewModels()
    : ProgramFixture(Identity::create(PrivateKey::generate()))
    , room(dependencies())
{
    machine->set(twoMicrophones, twoLoudspeakers);
    app.appearance()->setScheme(Appearance::Light);
    app.appearance()->setMotion(Appearance::ReducedMotion); // no animations
}

RoomModels::Dependencies ViewModels::dependencies()
{
    auto all =
        dependenciesOf(client, activeIdentity, [fake = machine] { return std::make_unique<FakeSoundSystem>(fake); });
    all.wallClock = [this] { return now; };
    return all;
}

} // namespace islet::test
