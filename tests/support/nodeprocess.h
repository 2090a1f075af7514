// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QProcess>

namespace islet::test {

//! A node script of tests/peers that speaks JSON Lines on both its ends. Killed when this dies.
class NodeProcess : public QObject {
    Q_OBJECT

public:
    NodeProcess();
    ~NodeProcess() override;

    //! What to do when node or the pinned packages are not there; empty when they are. A test fails with it.
    static QString missing();

    //! `script` is a path below tests/peers.
    bool start(const QString &script, const QStringList &arguments = {}, const QProcessEnvironment &environment = {});
    void kill();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    void send(const QJsonObject &line);

    //! Lines that are JSON objects, in order.
    const QList<QJsonObject> &lines() const { return m_lines; }
    //! Those whose `event` is this.
    QList<QJsonObject> events(QStringView event) const;
    //! All else that it wrote, for the message of a test that fails.
    QString noise() const { return QString::fromUtf8(m_noise); }

signals:
    void lineRead(const QJsonObject &line);

private:
    void readLines();

    QProcess m_process;
    QByteArray m_buffer;
    QByteArray m_noise;
    QList<QJsonObject> m_lines;
};

} // namespace islet::test
