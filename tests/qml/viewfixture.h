// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "viewmodels.h"

#include <QQuickItem>
#include <QQuickWindow>

namespace islet::test {

//! The models of the window, for one test, in a room on a fake transport with a clock that only wait() advances.
//! Peers are numbered from 1. Verbs such as join() and say() are actions of peers or servers.
class ViewFixture : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(islet::RoomModels *room READ room CONSTANT)
    Q_PROPERTY(islet::AppModels *app READ app CONSTANT)

public:
    using QObject::QObject;
    ~ViewFixture() override;
    Q_DISABLE_COPY_MOVE(ViewFixture)

    RoomModels *room() { return &m_models.room; }
    AppModels *app() { return &m_models.app; }

    //! Joins the room; the chat is empty.
    Q_INVOKABLE void enter();
    Q_INVOKABLE void join(int who, const QString &name = {});
    Q_INVOKABLE void leave(int who);
    //! Places a peer `x` metres east and `z` metres north of the corner of parcel 0, 0.
    Q_INVOKABLE void stand(int who, double x, double z);
    Q_INVOKABLE void introduce(int who, const QString &name, const QString &description = {});
    Q_INVOKABLE void say(int who, const QString &text);
    Q_INVOKABLE void emote(int who, const QString &urn);
    //! Exactly these peers talk.
    Q_INVOKABLE void talk(const QList<int> &who);
    //! Advances the clock, runs the timers that are due and moves my avatar.
    Q_INVOKABLE void wait(double seconds);

    //! With 0x and 40 digits (EIP-55), as in models, and shortened, as in views.
    Q_INVOKABLE QString address(int who) const;
    Q_INVOKABLE QString shortAddress(int who) const;
    //! As I have set it for this peer.
    Q_INVOKABLE bool isMuted(int who);
    Q_INVOKABLE double volume(int who);
    Q_INVOKABLE bool isIgnored(int who);
    Q_INVOKABLE void ignore(int who);
    //! What I sent to the room, oldest first.
    Q_INVOKABLE QStringList sentLines() const;
    Q_INVOKABLE QStringList sentEmotes() const;
    //! My position, and the walking goal (empty if none), as "x, z" in whole metres.
    Q_INVOKABLE QString place();
    Q_INVOKABLE QString goal();

    //! Starts a local room server and returns its connection string.
    Q_INVOKABLE QString openServer();
    Q_INVOKABLE void closeServer() { m_server.reset(); }
    //! Starts a server that accepts connections and never sends anything.
    Q_INVOKABLE QString openSilentServer();
    //! Serves a realm list with these names, each with fewer people than the one before it.
    Q_INVOKABLE void openRealms(const QStringList &names);
    Q_INVOKABLE bool receiveDeepLink(const QString &link) { return m_models.room.connection()->receiveDeepLink(link); }
    Q_INVOKABLE void unplugMicrophones() { m_models.machine->set({}, twoLoudspeakers); }
    //! Whether the loudspeaker played a sound.
    Q_INVOKABLE bool hasPlayedSound() const { return m_models.machine->loudest > 0.01F; }
    //! Enables the talk keys in this window.
    Q_INVOKABLE void watchKeys(QQuickWindow *window)
    {
        m_models.room.voice()->watch(window, [](const QQuickItem &item) { return item.inherits("islet::MapItem"); });
    }
    Q_INVOKABLE QString clipboard() const;
    Q_INVOKABLE void clearClipboard() const;

private:
    //! Updates the list of people, as their timers do.
    void renewPeople();

    ViewModels m_models;
    std::unique_ptr<RoomServer> m_server;
    std::unique_ptr<QTcpServer> m_silentServer;
    std::unique_ptr<HttpServer> m_webServer;
};

} // namespace islet::test
