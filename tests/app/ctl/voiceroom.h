// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "ctlprocess.h"
#include "voicefiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace islet::test {

//! One isletctl that listens and one that talks, in one room; a folder for their files.
class VoiceRoom {
public:
    explicit VoiceRoom(QString where)
        : m_where(std::move(where))
    { }

    //! Each of them joins, with these options.
    void listen(const QStringList &more = {})
    {
        ear = join(QStringList{QStringLiteral("--listen"), recording()} + more);
    }
    void talk(const QStringList &more = {}) { mouth = join(more); }

    bool isEarIn() const { return !ear->events(u"welcome").isEmpty(); }
    //! Who talks, as the one who listens knows them; empty before they came.
    QString talker() const { return ear->events(u"peerJoined").value(0)[QStringLiteral("address")].toString(); }
    //! The last that the one who listens said about it.
    bool isHeard() const { return isTalking(*ear); }
    bool isSaid() const { return isTalking(*mouth); }
    //! Somebody has talked, and does no more.
    bool wasHeard() const { return !ear->events(u"talking").isEmpty() && !isHeard(); }
    bool wasSaid() const { return !mouth->events(u"talking").isEmpty() && !isSaid(); }

    QString file(const QString &name) const { return m_folder.filePath(name); }
    QString fileWith(const QString &name, const QByteArray &content) const
    {
        QFile made(file(name));
        if (!made.open(QIODevice::WriteOnly) || made.write(content) != content.size())
            qFatal("a temporary file cannot be written");
        return made.fileName();
    }
    QString recording() const { return file(QStringLiteral("heard")); }
    QString mix() const { return QDir(recording()).filePath(QStringLiteral("mix.wav")); }
    QString fileOf(const QString &address) const
    {
        return QDir(recording()).filePath(address + QStringLiteral(".wav"));
    }

    //! What the last voiceStats of `process` has about its only peer.
    static QJsonObject peerStats(const CtlProcess &process)
    {
        const auto all = process.events(u"voiceStats");
        return all.isEmpty() ? QJsonObject() : all.constLast()[QStringLiteral("peers")].toArray().at(0).toObject();
    }

    std::unique_ptr<CtlProcess> ear;
    std::unique_ptr<CtlProcess> mouth;

private:
    std::unique_ptr<CtlProcess> join(const QStringList &more) const
    {
        return std::make_unique<CtlProcess>(QStringList{QStringLiteral("join"), m_where, QStringLiteral("--json")}
                                            + more);
    }
    static bool isTalking(const CtlProcess &process)
    {
        const auto all = process.events(u"talking");
        return !all.isEmpty() && all.constLast()[QStringLiteral("talking")].toBool();
    }

    QString m_where;
    QTemporaryDir m_folder;
};

} // namespace islet::test
