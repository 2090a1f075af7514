// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "mainwindow.h"

#include "identity/identity.h"

#include <QQuickWindow>

using namespace Qt::StringLiterals;

namespace islet {

MainWindow::MainWindow(const Identity &identity, CommsAdapter &adapter, CommsSession &session, Places &places,
                       RoomEntry::EmbeddedPlace embedded, QSettings &settings, AudioPipeline::MakeSoundSystem sound)
    : m_directory(adapter)
    , m_reporter(adapter)
    , m_pinger(adapter, identity.address())
    , m_walker(m_reporter)
    , m_voice(adapter, session, m_directory, m_reporter, settings, std::move(sound))
    , m_crowd(m_directory)
    , m_peers(m_directory, m_walker, m_voice.people())
    , m_nearest(m_peers)
    , m_chat(adapter, identity.address())
    , m_entry(session, identity.address(), places, std::move(embedded))
{
    QObject::connect(&session, &CommsSession::joined, &m_chat,
                     [this] { m_chat.addNote(ChatModel::tr("You came into %1").arg(m_entry.place())); });
    QObject::connect(&m_walker, &Walker::moved, &m_voice, [this] { m_voice.setListener(m_walker.placement()); });
    m_voice.setListener(m_walker.placement());
    QObject::connect(&m_voice.people(), &VoicePeople::talkingChanged, &m_crowd,
                     [this] { m_crowd.setTalking(m_voice.people().talking()); });
    m_engine.setNetworkAccessManagerFactory(&m_network);
    // Before Qt 6.5 the engine does not look here by itself.
    m_engine.addImportPath(u"qrc:/qt/qml"_s);
    m_engine.setInitialProperties({
        {u"entry"_s, QVariant::fromValue(&m_entry)},
        {u"walker"_s, QVariant::fromValue(&m_walker)},
        {u"crowd"_s, QVariant::fromValue(&m_crowd)},
        {u"people"_s, QVariant::fromValue(&m_nearest)},
        {u"everybody"_s, QVariant::fromValue(&m_peers)},
        {u"chat"_s, QVariant::fromValue(&m_chat)},
        {u"voice"_s, QVariant::fromValue(&m_voice)},
    });
}

QQuickWindow *MainWindow::show()
{
    m_engine.load(QUrl(u"qrc:/qt/qml/Islet/Ui/Main.qml"_s));
    if (m_engine.rootObjects().isEmpty())
        return nullptr;
    auto *window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    m_voice.watch(window);
    return window;
}

} // namespace islet
