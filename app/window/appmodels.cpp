// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/window/appmodels.h"

using namespace Qt::StringLiterals;

namespace islet {

AppModels::AppModels(const Dependencies &dependencies, QObject *parent)
    : QObject(parent)
    , m_language(dependencies.language)
    , m_identities(dependencies.vault, dependencies.activeIdentity)
    , m_places(dependencies.settings, dependencies.protocols)
    , m_realms(dependencies.settings)
    , m_tiles(dependencies.settings, dependencies.cacheFolder + u"/tiles"_s)
    , m_windowState(dependencies.settings)
    , m_appearance(dependencies.settings)
    , m_notifications(dependencies.settings)
{
    connect(&m_language, &Language::changed, this, [this] {
        m_identities.retranslate();
        m_realms.retranslate();
        m_tiles.retranslate();
    });
}

AppModels::~AppModels() = default;

} // namespace islet
