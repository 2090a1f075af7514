// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/ctl/eventwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace islet::ctl {

namespace {

bool isUnprintable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return true;
    default: return false;
    }
}

//! Escapes as JSON does, which is readable enough for people too.
QString escaped(const QString &text)
{
    QString out;
    const auto characters = text.toUcs4();
    for (const char32_t c : characters) {
        const QString character = QString::fromUcs4(&c, 1);
        if (!isUnprintable(c)) {
            out += character;
            continue;
        }
        for (const QChar unit : character)
            out += u"\\u%1"_s.arg(unit.unicode(), 4, 16, QChar(u'0'));
    }
    return out;
}

QString forPeople(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String: return value.toString();
    case QJsonValue::Array: return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Double: return QString::number(value.toDouble());
    case QJsonValue::Bool: return value.toBool() ? u"yes"_s : u"no"_s;
    default: return u"-"_s;
    }
}

} // namespace

EventWriter::EventWriter(bool json)
    : m_json(json)
{
    m_sinceStart.start();
}

void EventWriter::write(const QString &event, QJsonObject fields)
{
    const qint64 t = m_sinceStart.elapsed();
    QString line;
    if (m_json) {
        fields.insert("event"_L1, event);
        fields.insert("t"_L1, t);
        line = QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact));
    } else {
        line = u"%1  %2"_s.arg(static_cast<double>(t) / 1'000, 8, 'f', 3).arg(event, -10);
        for (auto field = fields.constBegin(); field != fields.constEnd(); ++field)
            line += u"  %1=%2"_s.arg(field.key(), forPeople(field.value()));
    }
    const QByteArray bytes = escaped(line).toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

} // namespace islet::ctl
