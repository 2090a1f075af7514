// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#include "app/look/icondrawing.h"

#include "base/quoted.h"

#include <QPainter>
#include <QXmlStreamReader>

#include <optional>

using namespace Qt::StringLiterals;

namespace islet {

namespace {

//! What stands in a path's d, one command or number after the other.
class PathData {
public:
    explicit PathData(QStringView text)
        : m_text(text)
    { }

    bool isAtEnd()
    {
        while (m_at < m_text.size() && (m_text[m_at].isSpace() || m_text[m_at] == u','))
            ++m_at;
        return m_at >= m_text.size();
    }
    //! None where a number stands, which repeats the command before it.
    std::optional<QChar> command()
    {
        if (isAtEnd() || !m_text[m_at].isLetter())
            return std::nullopt;
        return m_text[m_at++];
    }
    std::optional<double> number()
    {
        if (isAtEnd())
            return std::nullopt;
        const qsizetype begin = m_at;
        while (m_at < m_text.size()
               && (m_text[m_at].isDigit() || m_text[m_at] == u'.' || (m_text[m_at] == u'-' && m_at == begin)))
            ++m_at;
        bool isNumber = false;
        const double value = m_text.sliced(begin, m_at - begin).toDouble(&isNumber);
        return isNumber ? std::optional(value) : std::nullopt;
    }
    std::optional<QPointF> point(QPointF from)
    {
        const auto x = number();
        const auto y = number();
        return x && y ? std::optional(from + QPointF(*x, *y)) : std::nullopt;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

//! A horizontal or vertical line.
bool appendStraight(PathData &data, bool isRelative, bool isVertical, QPainterPath &path)
{
    const auto far = data.number();
    if (!far)
        return false;
    QPointF to = path.currentPosition();
    double &moved = isVertical ? to.ry() : to.rx();
    moved = isRelative ? moved + *far : *far;
    path.lineTo(to);
    return true;
}

bool append(PathData &data, QChar command, QPainterPath &path)
{
    const QPointF from = command.isLower() ? path.currentPosition() : QPointF();
    const QChar kind = command.toUpper();
    if (kind == u'Z') {
        path.closeSubpath();
        return true;
    }
    if (kind == u'H' || kind == u'V')
        return appendStraight(data, command.isLower(), kind == u'V', path);
    const auto first = data.point(from);
    if (!first)
        return false;
    if (kind == u'M' || kind == u'L') {
        kind == u'M' ? path.moveTo(*first) : path.lineTo(*first);
        return true;
    }
    const auto second = data.point(from);
    if (kind == u'Q' && second) {
        path.quadTo(*first, *second);
        return true;
    }
    const auto third = data.point(from);
    if (kind != u'C' || !second || !third)
        return false;
    path.cubicTo(*first, *second, *third);
    return true;
}

std::optional<QPainterPath> readPath(QStringView text)
{
    PathData data(text);
    QPainterPath path;
    QChar command;
    while (!data.isAtEnd()) {
        if (const auto next = data.command())
            command = *next;
        else if (command.isNull() || command.toUpper() == u'Z')
            return std::nullopt; // nothing that a number could repeat
        if (!append(data, command, path))
            return std::nullopt;
    }
    return path;
}

std::optional<QPainterPath> readShape(const QXmlStreamReader &xml)
{
    const auto attributes = xml.attributes();
    const auto number = [&attributes](QLatin1StringView name) { return attributes.value(name).toDouble(); };
    QPainterPath path;
    if (xml.name() == "path"_L1)
        return readPath(attributes.value("d"_L1));
    if (xml.name() == "circle"_L1)
        path.addEllipse(QPointF(number("cx"_L1), number("cy"_L1)), number("r"_L1), number("r"_L1));
    else if (xml.name() == "rect"_L1)
        path.addRoundedRect(QRectF(number("x"_L1), number("y"_L1), number("width"_L1), number("height"_L1)),
                            number("rx"_L1), number("rx"_L1));
    return path.isEmpty() ? std::nullopt : std::optional(path);
}

} // namespace

Expected<IconDrawing> IconDrawing::read(const QByteArray &svg)
{
    IconDrawing drawing;
    QXmlStreamReader xml(svg);
    if (!xml.readNextStartElement() || xml.name() != "svg"_L1)
        return failure(ErrorCode::InvalidInput, u"This is no SVG."_s);
    while (xml.readNextStartElement()) {
        const auto shape = readShape(xml);
        if (!shape)
            return failure(ErrorCode::InvalidInput,
                           u"An icon cannot be drawn with %1 as in line %2; use path (M L H V C Q Z), circle or rect."_s
                               .arg(quoted(xml.name()))
                               .arg(xml.lineNumber()));
        const bool isFilled = xml.attributes().value("fill"_L1) == "currentColor"_L1;
        (isFilled ? drawing.m_fills : drawing.m_lines).addPath(*shape);
        xml.skipCurrentElement();
    }
    if (xml.hasError())
        return failure(ErrorCode::InvalidInput, u"This SVG ends badly in line %1."_s.arg(xml.lineNumber()));
    return drawing;
}

QImage IconDrawing::draw(int size, const QColor &color) const
{
    constexpr int largest = 1024;
    QImage image(QSize(1, 1) * qBound(1, size, largest), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(image.width() / double(grid), image.height() / double(grid));
    painter.strokePath(m_lines, QPen(color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(m_fills, color);
    return image;
}

} // namespace islet
