// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QProcess>

namespace islet::test {

//! Runs a node script of tests/peers that reads and writes JSON Lines. Killed by the destructor.
class NodeProcess : public QObject {
    Q_OBJECT

public:
    NodeProcess();
    ~NodeProcess() override;

    //! Returns the message that a test fails with if node or the pinned packages are not installed; empty if they are.
    static QString missing();

    //! `script` is relative to tests/peers.
    bool start(const QString &script, const QStringList &arguments = {}, const QProcessEnvironment &environment = {});
    void kill();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    void send(const QJsonObject &line);

    //! Output lines that are JSON objects, in order.
    const QList<QJsonObject> &lines() const { return m_lines; }
    //! Returns those whose `event` is this.
    QList<QJsonObject> events(QStringView event) const;
    //! Returns all other output, for failure messages.
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
