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

//! Two isletctl processes in one room, one listening (`ear`) and one talking (`mouth`), and a folder for their files.
class VoiceRoom {
public:
    explicit VoiceRoom(QString where)
        : m_where(std::move(where))
    { }

    //! Starts `ear`, with these options.
    void listen(const QStringList &more = {})
    {
        ear = join(QStringList{QStringLiteral("--listen"), recording()} + more);
    }
    void talk(const QStringList &more = {}) { mouth = join(more); }

    bool hasEarJoined() const { return !ear->events(u"welcome").isEmpty(); }
    //! Returns the talker's address as the listener knows it; empty before the talker has joined.
    QString talker() const { return ear->events(u"peerJoined").value(0)[QStringLiteral("address")].toString(); }
    //! Whether the listener reports that someone is talking.
    bool isHeard() const { return reportsTalking(*ear); }
    //! Whether the talker reports that it is talking.
    bool isTalking() const { return reportsTalking(*mouth); }
    //! Whether the listener, or the talker, reports that the talk has ended.
    bool wasHeard() const { return !ear->events(u"talking").isEmpty() && !isHeard(); }
    bool hasTalked() const { return !mouth->events(u"talking").isEmpty() && !isTalking(); }

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

    //! Returns the only peer's entry in the last voiceStats of `process`.
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
    static bool reportsTalking(const CtlProcess &process)
    {
        const auto all = process.events(u"talking");
        return !all.isEmpty() && all.constLast()[QStringLiteral("talking")].toBool();
    }

    QString m_where;
    QTemporaryDir m_folder;
};

} // namespace islet::test
